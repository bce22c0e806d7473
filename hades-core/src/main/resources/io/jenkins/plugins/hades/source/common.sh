# Begins every script here. $1: the folder of Hades on this server. The exit codes are those of the class ScriptExit.
set -u
umask 077
base=$1
shift
command -v git >/dev/null 2>&1 || exit 80
command -v flock >/dev/null 2>&1 || exit 81
mkdir -p -- "$base/mirrors" "$base/work" || exit 82
cd -- "$base" || exit 82
base=$(pwd -P)
