# Says which commit a reference means. Writes lines of a word and a value.
# $1 name of the mirror, $2 the reference, or empty for the default branch, $3 kinds to look for, of "branch tag commit"; then options for git.
name=$1 ref=$2 kinds=$3
shift 3
mirror=$base/mirrors/$name.git

commit_of() {
  git "$@" --git-dir="$mirror" rev-parse --verify --quiet "$object^{commit}"
}
exact() {
  git --git-dir="$mirror" show-ref --verify --hash "$1" 2>/dev/null
}

default=$(git "$@" --git-dir="$mirror" symbolic-ref HEAD) || exit 87
object=$default
trusted=$(commit_of "$@") || exit 87
echo "default ${default#refs/heads/}"
echo "trusted $trusted"

found=
branch=
tag=
if [ -z "$ref" ]; then
  found=$trusted
else
  case $kinds in *branch*)
    object=$(exact "refs/heads/$ref") && branch=$(commit_of "$@") ;;
  esac
  case $kinds in *tag*)
    object=$(exact "refs/tags/$ref") && { tag=$(commit_of "$@") || echo "odd tag"; } ;;
  esac
  if [ -n "$branch" ] && [ -n "$tag" ] && [ "$branch" != "$tag" ]; then
    echo "both $branch $tag"
    exit 0
  fi
  found=${branch:-$tag}
  if [ -z "$found" ]; then
    case $kinds in *commit*)
      object=$ref
      if ! found=$(commit_of "$@"); then
        git "$@" --git-dir="$mirror" rev-parse --disambiguate="$ref" | head -n 20 | while read -r one; do
          [ "$(git --git-dir="$mirror" cat-file -t "$one")" = commit ] && echo "candidate $one"
        done
      fi ;;
    esac
  fi
fi
if [ -z "$found" ]; then
  git "$@" --git-dir="$mirror" for-each-ref --count=5000 --format='known %(refname)' refs/heads refs/tags
  exit 0
fi
git "$@" --git-dir="$mirror" log -1 --no-show-signature --format='commit %H%nsubject %s%nauthor %an' "$found" || exit 87
git "$@" --git-dir="$mirror" log -1 --no-show-signature --format=%B "$found" | head -c 65536 | sed 's/^/message /'
