# Begins every script here. $1: the folder of Hades on this server. The exit codes are those of the class ScriptExit.
set -u
umask 077
base=$1
shift
mkdir -p -- "$base/mirrors" "$base/work" || exit 82
cd -- "$base" || exit 82
base=$(pwd -P)
