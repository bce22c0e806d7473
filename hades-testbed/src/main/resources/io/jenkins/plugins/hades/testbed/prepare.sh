#!/bin/sh
# Installs, from the packages of Debian or Ubuntu, what the demo and the tests start on this machine, and nothing that is
# there already. The services of the new packages are neither started nor enabled.
# usage: prepare [--check] [PACKAGE...]
#   --check   only says what is missing; exit code 1 when something is
#   PACKAGE   looks at these packages only
set -eu

check=
if [ "${1-}" = --check ]; then
    check=yes
    shift
fi
wanted=" $* "
missing=

# lack PACKAGE: notes a missing package, if it is wanted
lack() {
    case $wanted in
    '  ' | *" $1 "*) missing="$missing $1" ;;
    esac
}

# need PACKAGE FILE...: the package is missing when none of the files can be executed
need() {
    package=$1
    shift
    for file in "$@"; do
        [ -x "$file" ] && return 0
    done
    lack "$package"
}

# Statically linked, so that it runs alone in a container; the package busybox is not.
static_busybox() {
    for file in /bin/busybox /usr/bin/busybox; do
        [ -x $file ] && ! ldd $file >/dev/null 2>&1 && return 0
    done
    lack busybox-static
}

# Newer Docker clients have BuildKit in a package of its own.
buildx() {
    [ -x /usr/bin/docker ] || return 0
    DOCKER_BUILDKIT=1 /usr/bin/docker build --help 2>&1 | grep -q -- --secret ||
        ! apt-cache show docker-buildx >/dev/null 2>&1 || lack docker-buildx
}

look() {
    missing=
    need ca-certificates /usr/sbin/update-ca-certificates
    need git /usr/bin/git
    need openssh-client /usr/bin/ssh-keygen
    need openssh-server /usr/sbin/sshd
    need iproute2 /usr/sbin/ip /sbin/ip /usr/bin/ip
    need util-linux /usr/bin/nsenter
    need iptables /usr/sbin/iptables /sbin/iptables
    need docker.io /usr/bin/docker
    need docker.io /usr/sbin/dockerd /usr/bin/dockerd
    need postgresql /usr/lib/postgresql/*/bin/initdb
    need docker-registry /usr/bin/docker-registry
    need nodejs /usr/bin/node
    need chromium /usr/bin/chromium
    need systemd /lib/systemd/systemd
    need dbus /usr/bin/dbus-daemon
    static_busybox
    buildx
    missing=$(printf '%s\n' $missing | sort -u | tr '\n' ' ')
    missing=${missing% }
}

# Keeps package scripts from starting services; the file is the distribution's own switch for that.
install() {
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
        trap 'rm -f $policy' EXIT
        trap 'exit 1' HUP INT TERM
        printf '#!/bin/sh\nexit 101\n' >$policy
        chmod 755 $policy
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=300 update -q </dev/null
    apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends "$@" </dev/null
    if [ -d /run/systemd/system ]; then
        for package in "$@"; do
            case $package in
            openssh-server) systemctl disable --quiet ssh.service ssh.socket || true ;;
            docker.io) systemctl disable --quiet docker.service docker.socket containerd.service || true ;;
            postgresql) systemctl disable --quiet postgresql.service || true ;;
            docker-registry) systemctl disable --quiet docker-registry.service || true ;;
            esac
        done
    fi
}

look
if [ -z "$missing" ]; then
    exit 0
fi
if [ -n "$check" ]; then
    echo "Missing on this machine: $missing" >&2
    exit 1
fi
if [ ! -x /usr/bin/apt-get ]; then
    echo "This is not Debian or Ubuntu. Install what these of their packages hold: $missing" >&2
    exit 1
fi
if [ "$(id -u)" != 0 ]; then
    echo "Missing on this machine. As root, run: apt-get update && apt-get install --no-install-recommends $missing" >&2
    exit 1
fi
echo "Installing: $missing"
install $missing
look
if [ -n "$missing" ]; then # what only shows once others are there
    install $missing
    look
fi
if [ -n "$missing" ]; then
    echo "Still missing after the installation: $missing" >&2
    exit 1
fi
