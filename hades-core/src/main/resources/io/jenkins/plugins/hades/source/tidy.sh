# Removes what an operation checked out or laid out for shipping, and what operations left that were never tidied. $1 token of the operation.
token=$1
remove() {
  rm -rf -- "$1" 2>/dev/null || { chmod -R u+rwX -- "$1" && rm -rf -- "$1"; }
}
if [ -e "$base/work/$token" ] || [ -L "$base/work/$token" ]; then
  remove "$base/work/$token" || exit 82
fi
rm -rf -- "$base/ship/$token"
find "$base/work" -mindepth 1 -maxdepth 1 -mtime +7 | while IFS= read -r old; do
  remove "$old"
done
exit 0
