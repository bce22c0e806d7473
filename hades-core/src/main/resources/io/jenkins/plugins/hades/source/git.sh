# Follows the beginning of each script that uses Git.
command -v git >/dev/null 2>&1 || exit 80
command -v flock >/dev/null 2>&1 || exit 81
