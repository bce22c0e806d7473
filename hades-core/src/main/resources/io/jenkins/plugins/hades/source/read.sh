# Writes a file of a commit. $1 name of the mirror, $2 commit, $3 path, $4 the most bytes; then options for git.
name=$1 commit=$2 path=$3 most=$4
shift 4
mirror=$base/mirrors/$name.git
git "$@" --git-dir="$mirror" cat-file -e "$commit^{commit}" || exit 90
entry=$(git "$@" --literal-pathspecs --git-dir="$mirror" ls-tree --full-tree "$commit" -- "$path") || exit 87
[ -n "$entry" ] || exit 91
# An entry is: mode, kind, object, tab, path.
set -f
rest=${entry#* * }
object=${rest%%[!0-9a-f]*}
case $entry in
  100*) ;;
  120*) exit 92 ;;
  *) exit 93 ;;
esac
size=$(git --git-dir="$mirror" cat-file -s "$object") || exit 87
[ "$size" -le "$most" ] || exit 94
git --git-dir="$mirror" cat-file blob "$object" || exit 87
