# What the target "files" does on a server. Called as: sh -c <this> hades <folder of Hades> <verb> <arguments>
#
# <folder>/artifacts/<digest>.tar            what was made here or brought here and is not laid out yet
# <folder>/files/<project>/<environment>/    an environment, called its home below
#   environment                              the environment's id
#   releases/<number>/files/                 what is served
#   releases/<number>/variables              the variables of that release, readable by the owner only
#   releases/<number>/digest                 the digest of files/
#   current -> releases/<number>/files       what is served now
#
# Exit codes that mean something: 10 somebody else's folder, 11 not here, 12 the content is not what its digest says, 13 cannot be released.

set -eu
umask 022
mkdir -p "$1"
cd "$1"
verb=$2
shift 2

refuse() {
  code=$1
  shift
  printf '%s\n' "$*" >&2
  exit "$code"
}

# The digest of the folder $1: of the names, contents and execute bits of its files and the targets of its links, without Git's own.
digest() (
  cd -P -- "$1"
  {
    find . -name .git -prune -o -type f -perm -100 -exec sha256sum {} + | sed 's/^/x /'
    find . -name .git -prune -o -type f ! -perm -100 -exec sha256sum {} + | sed 's/^/f /'
    find . -name .git -prune -o -type l -exec sh -c 'for link do printf "l %s > %s\n" "$link" "$(readlink "$link")"; done' sh {} +
  } | LC_ALL=C sort | sha256sum | cut -d ' ' -f 1
)

# The first release of this server whose content has the digest $1.
laid_out() {
  for file in files/*/*/releases/[0-9]*/digest; do
    if [ -f "$file" ] && [ "$(cat "$file")" = "$1" ]; then
      printf '%s\n' "${file%/digest}"
      return 0
    fi
  done
  return 1
}

case $verb in

# measure <root> <folder in it>: digest, size and links of a folder that is to be released
measure)
  root=$(cd -P -- "$1" && pwd -P) || refuse 13 "there is no folder $1"
  cd -P -- "$root/$2" 2>/dev/null || refuse 13 "there is no folder \"$2\" in the project"
  here=$(pwd -P)
  case $here/ in "$root"/*) ;; *) refuse 13 "folder \"$2\" leads out of the project" ;; esac
  newline=$(find . -name .git -prune -o -name '*
*' -print | head -n 1)
  [ -z "$newline" ] || refuse 13 "the name of a file holds a line break: $newline"
  special=$(find . -name .git -prune -o ! -type f ! -type d ! -type l -print | head -n 1)
  [ -z "$special" ] || refuse 13 "$special is neither a file nor a folder nor a link"
  [ -n "$(find . -name .git -prune -o -type f -print | head -n 1)" ] || refuse 13 "folder \"$2\" holds no file"
  printf 'digest %s\n' "$(digest .)"
  printf 'bytes %s\n' "$(find . -name .git -prune -o -type f -exec cat {} + | wc -c)"
  find . -name .git -prune -o -type l -exec sh -c 'for link do printf "link %s\n%s\n" "$link" "$(readlink "$link")"; done' sh {} +
  ;;

# pack <folder> <digest>: keeps what was measured
pack)
  mkdir -p artifacts
  find artifacts -type f -mtime +30 -exec rm -f {} +
  tar -cf "artifacts/.$2.$$" -C "$1" --exclude=.git .
  mv -f "artifacts/.$2.$$" "artifacts/$2.tar"
  ;;

# present <digest>
present)
  [ -f "artifacts/$1.tar" ] || laid_out "$1" >/dev/null || exit 11
  ;;

# send <digest>: to the standard output
send)
  if [ -f "artifacts/$1.tar" ]; then
    exec cat "artifacts/$1.tar"
  fi
  from=$(laid_out "$1") || refuse 11 "the artifact is not on the server"
  exec tar -cf - -C "$from/files" .
  ;;

# receive <token>: from the standard input; tells the digest of what came
receive)
  mkdir -p artifacts
  find artifacts -name '.*' -type f -mtime +0 -exec rm -f {} +
  cat >"artifacts/.in.$1"
  sha256sum <"artifacts/.in.$1" | cut -d ' ' -f 1
  ;;

# keep <token> <digest>: what was received is whole
keep)
  mv -f "artifacts/.in.$1" "artifacts/$2.tar"
  ;;

# home <id> <project> <environment>: the home of an environment, wherever it was made, and its absolute path
home)
  home=files/$2/$3
  for file in files/*/*/environment; do
    if [ -f "$file" ] && [ "$(cat "$file")" = "$1" ]; then
      home=${file%/environment}
    fi
  done
  if [ -e "$home" ] && [ "$(cat "$home/environment" 2>/dev/null)" != "$1" ]; then
    refuse 10 "folder $(pwd -P)/$home is there already and belongs to something else"
  fi
  printf '%s\n%s\n' "$home" "$(pwd -P)/$home"
  ;;

# prepare <home> <id> <number> <digest>: lays a release out, unless it is
prepare)
  home=$1
  release=$1/releases/$3
  mkdir -p "$home/releases"
  printf '%s\n' "$2" >"$home/.environment.$$"
  mv -f "$home/.environment.$$" "$home/environment"
  rm -rf "$home"/releases/.new.* "$home"/releases/.old.* "$home"/.current.*
  if [ -f "$release/digest" ] && [ "$(cat "$release/digest")" = "$4" ] && [ "$(digest "$release/files")" = "$4" ]; then
    exit 0
  fi
  new=$home/releases/.new.$$
  mkdir -p "$new/files"
  if [ -f "artifacts/$4.tar" ]; then
    tar -xf "artifacts/$4.tar" -o -C "$new/files"
  else
    from=$(laid_out "$4") || refuse 11 "the artifact is not on the server"
    rmdir "$new/files"
    cp -R -P -p "$from/files" "$new/files"
  fi
  chmod -R u=rwX,go=rX "$new/files"
  [ "$(digest "$new/files")" = "$4" ] || refuse 12 "the content of the artifact on the server is not what its digest says"
  printf '%s\n' "$4" >"$new/digest"
  if [ -e "$release" ]; then
    mv "$release" "$home/releases/.old.$$"
  fi
  mv "$new" "$release"
  rm -rf "$home/releases/.old.$$" "artifacts/$4.tar"
  ;;

# variables <home> <number>: from the standard input
variables)
  umask 077
  cat >"$1/releases/$2/.variables.$$"
  mv -f "$1/releases/$2/.variables.$$" "$1/releases/$2/variables"
  ;;

# switch <home> <number>: from one moment to the next
switch)
  [ -d "$1/releases/$2/files" ] || refuse 11 "release $2 is not on the server"
  ln -s "releases/$2/files" "$1/.current.$$"
  mv -f -T "$1/.current.$$" "$1/current"
  ;;

# unlink <home>: nothing is served
unlink)
  rm -f "$1/current"
  ;;

# current <home>: the number of the release that is served, 0 if none is
current)
  number=0
  if [ -d "$1/current/." ]; then
    number=$(readlink "$1/current" | cut -d / -f 2)
  fi
  printf '%s\n' "$number"
  ;;

# has <home> <number>
has)
  [ -d "$1/releases/$2/files" ] || exit 11
  ;;

# tidy <home> <how many>: keeps the newest releases, and the one that is served
tidy)
  served=$(readlink "$1/current" 2>/dev/null | cut -d / -f 2)
  ls "$1/releases" | grep -E '^[0-9]+$' | sort -rn | tail -n "+$(($2 + 1))" | while read -r number; do
    [ "$number" = "$served" ] || rm -rf "$1/releases/$number"
  done
  ;;

# remove <home>
remove)
  rm -rf "$1"
  rmdir "${1%/*}" 2>/dev/null || true
  ;;

*) refuse 2 "unknown verb $verb" ;;
esac
