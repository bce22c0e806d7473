# Runs once inside a private host, before its first boot: sh -euc <this> systemd FOLDER
# Leaves to systemd what the host alone needs: none of this machine's services, no terminals, and a /var/lib of its own.
mkdir -p "$1/var-lib" "$1/var-lib.work"
mount -t overlay -o "lowerdir=/var/lib,upperdir=$1/var-lib,workdir=$1/var-lib.work" overlay /var/lib
rm -rf /etc/systemd/system /etc/rc?.d /etc/fstab
mkdir /etc/systemd/system
for unit in getty.target console-getty.service systemd-udevd.service; do
    ln -s /dev/null "/etc/systemd/system/$unit"
done
: > /etc/machine-id
