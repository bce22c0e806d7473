# Unpacks a tar stream that Hades made of a checked archive, from its input, into a new folder of the operation. $1 token of the operation.
token=$1
work=$base/work/$token
command -v tar >/dev/null 2>&1 || exit 96
mkdir -p -- "$work" || exit 82
into=$(mktemp -d "$work/archive.XXXXXX") || exit 82
chmod 755 "$into" || exit 82
umask 022
tar -x -o -f - -C "$into" >&2 || exit 97
# What a tar leaves unread behind the end of the archive.
cat >/dev/null
echo "path $into"
