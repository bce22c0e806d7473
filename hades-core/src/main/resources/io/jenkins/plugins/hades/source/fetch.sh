# Brings a mirror up to date: all branches and tags, and the name of the default branch as its HEAD.
# $1 name of the mirror, $2 token of the operation, $3 address, $4 "agent" if a key must be forwarded, $5 "user" if the known_hosts file of
# this user counts, $6 a commit that is enough, or empty, $7 "fresh" to begin anew; then options for git.
# Variables: HADES_KNOWN_HOSTS: lines of known_hosts.
name=$1 token=$2 url=$3 key=$4 hosts=$5 wants=$6 fresh=$7
shift 7

version=$(git version)
version=${version#git version }
major=${version%%.*}
minor=${version#*.}
minor=${minor%%.*}
if { [ "$major" -lt 2 ] || { [ "$major" -eq 2 ] && [ "$minor" -lt 20 ]; }; } 2>/dev/null; then
  echo "git $version" >&2
  exit 83
fi

work=$base/work/$token
mkdir -p -- "$work" || exit 82
case $work in
  *[!A-Za-z0-9._/\ +@=,-]*) exit 84 ;;
esac
if [ "$key" = agent ] && [ ! -S "${SSH_AUTH_SOCK:-}" ]; then
  exit 85
fi
printf '%s\n' "${HADES_KNOWN_HOSTS:-}" > "$work/known_hosts" || exit 82
known="UserKnownHostsFile \"$work/known_hosts\""
everyone=/dev/null
if [ "$hosts" = user ]; then
  known="$known ~/.ssh/known_hosts"
  everyone=/etc/ssh/ssh_known_hosts
fi
GIT_SSH_VARIANT=ssh
GIT_SSH_COMMAND="ssh -F /dev/null -o BatchMode=yes -o StrictHostKeyChecking=yes -o UpdateHostKeys=no -o '$known' \
-o GlobalKnownHostsFile=$everyone -o IdentityFile=none -o PreferredAuthentications=publickey -o ForwardAgent=no \
-o ClearAllForwardings=yes -o PermitLocalCommand=no -o ControlMaster=no -o ControlPath=none -o ConnectTimeout=30 \
-o ServerAliveInterval=15 -o ServerAliveCountMax=4"
export GIT_SSH_VARIANT GIT_SSH_COMMAND

cd mirrors || exit 82
exec 9>>"$name.lock" || exit 82
if ! flock -n 9; then
  echo "Another operation uses the mirror of this project; waiting for it."
  flock -w 7200 9 || exit 86
fi

mirror=$base/mirrors/$name.git
[ "$fresh" = fresh ] && rm -rf -- "$mirror"
if ! git "$@" --git-dir="$mirror" rev-parse --is-bare-repository >/dev/null 2>&1; then
  rm -rf -- "$mirror" "$mirror.new"
  git "$@" init --quiet --bare --template= -- "$mirror.new" >&2 || exit 87
  mv -- "$mirror.new" "$mirror" || exit 82
fi

# With the lock in hand, whatever an earlier git left behind when it was killed is in nobody's use.
find "$mirror" -type f -name '*.lock' -exec rm -f {} +
find "$mirror/objects" \( -name 'tmp_*' -o -name '.tmp-*' -o -name 'incoming-*' \) -prune -exec rm -rf {} +
rm -f -- "$mirror/gc.pid" "$mirror.remote" "$mirror.local"

if [ -n "$wants" ] && git "$@" --git-dir="$mirror" cat-file -e "$wants^{commit}" 2>/dev/null; then
  exit 0
fi

tab=$(printf '\t')
git "$@" ls-remote --symref -- "$url" HEAD 'refs/heads/*' 'refs/tags/*' > "$mirror.remote" || exit 87
grep -E "^[0-9a-f]+${tab}refs/(heads|tags)/" "$mirror.remote" | grep -v '\^{}$' | LC_ALL=C sort > "$mirror.refs"
git "$@" --git-dir="$mirror" for-each-ref --format="%(objectname)$tab%(refname)" refs/heads refs/tags \
  | LC_ALL=C sort > "$mirror.local"
if cmp -s -- "$mirror.refs" "$mirror.local"; then
  echo "The mirror is up to date."
else
  git "$@" --git-dir="$mirror" fetch --progress --prune --force --no-tags --no-recurse-submodules --update-head-ok \
    -- "$url" '+refs/heads/*:refs/heads/*' '+refs/tags/*:refs/tags/*' || exit 87
fi

if [ -n "$wants" ] && ! git "$@" --git-dir="$mirror" cat-file -e "$wants^{commit}" 2>/dev/null; then
  git "$@" --git-dir="$mirror" fetch --no-tags --no-recurse-submodules -- "$url" "+$wants:refs/hades/$wants" || exit 88
fi

head=$(sed -n "s,^ref: \(refs/heads/.*\)${tab}HEAD\$,\1,p" "$mirror.remote" | head -n 1)
at=$(sed -n "s,^\([0-9a-f]*\)${tab}HEAD\$,\1,p" "$mirror.remote" | head -n 1)
if [ -z "$head" ] && [ -n "$at" ]; then
  for one in refs/heads/main refs/heads/master; do
    if [ -z "$head" ] && grep -qxF -- "$at$tab$one" "$mirror.remote"; then
      head=$one
    fi
  done
  [ -n "$head" ] || head=$(sed -n "s,^$at${tab}\(refs/heads/.*\)\$,\1,p" "$mirror.remote" | head -n 1)
fi
rm -f -- "$mirror.remote" "$mirror.refs" "$mirror.local"
[ -n "$head" ] || [ -n "$wants" ] || exit 89
[ -z "$head" ] || git "$@" --git-dir="$mirror" symbolic-ref HEAD "$head" || exit 87
