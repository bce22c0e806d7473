# Writes a folder of a commit, without history, into a new folder of the operation, or into an empty one that another checkout made for a
# submodule. Writes lines of a word and a value.
# $1 name of the mirror, $2 token of the operation, $3 commit, $4 folder in the commit, or empty, $5 where to, or empty for a new folder,
# $6 "modules" to list submodules; then options for git.
name=$1 token=$2 commit=$3 folder=$4 into=$5 modules=$6
shift 6
mirror=$base/mirrors/$name.git
work=$base/work/$token
mkdir -p -- "$work" || exit 82

git "$@" --git-dir="$mirror" cat-file -e "$commit^{commit}" || exit 90
object="$commit^{tree}"
[ -z "$folder" ] || object=$commit:$folder
tree=$(git "$@" --git-dir="$mirror" rev-parse --verify --quiet "$object") || exit 91
[ "$(git "$@" --git-dir="$mirror" cat-file -t "$tree")" = tree ] || exit 93

if [ -z "$into" ]; then
  into=$(mktemp -d "$work/source.XXXXXX") || exit 82
  chmod 755 "$into" || exit 82
elif [ -L "$into" ] || [ ! -d "$into" ]; then
  exit 95
fi
GIT_INDEX_FILE=$(mktemp -u "$work/index.XXXXXX")
export GIT_INDEX_FILE
umask 022
git "$@" --git-dir="$mirror" read-tree "$tree" >&2 || exit 87
git "$@" --git-dir="$mirror" --work-tree="$into" checkout-index --all --force >&2 || exit 87
rm -f -- "$GIT_INDEX_FILE"

echo "path $into"
echo "tree $tree"
if [ "$modules" = modules ]; then
  git "$@" -c core.quotePath=true --git-dir="$mirror" ls-tree -r --full-tree "$tree" | sed -n 's/^160000 commit /link /p'
  if git "$@" --git-dir="$mirror" cat-file -e "$commit:.gitmodules" 2>/dev/null; then
    git "$@" --git-dir="$mirror" config --blob "$commit:.gitmodules" --null --list \
      | tr '\n\0' '\t\n' | sed 's/^/config /'
  fi
fi
