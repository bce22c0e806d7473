# Runs inside a private host and new process, mount, IPC and control group namespaces: sh -euc <this> systemd UNIT
# Makes what a kernel and an initial disk would, then becomes systemd.
mount -t proc proc /proc
umount -R /sys/fs/cgroup
if [ "$1" = unified ]; then
    mount -t cgroup2 cgroup /sys/fs/cgroup
else
    mount -t tmpfs -o mode=755 tmpfs /sys/fs/cgroup
    mkdir /sys/fs/cgroup/systemd
    mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd
fi
mount -t tmpfs -o mode=755 tmpfs /run
mount -t tmpfs -o mode=1777 tmpfs /tmp

devices=$(mktemp -d)
mount -t tmpfs -o mode=755 tmpfs "$devices"
for device in null zero full random urandom tty; do
    touch "$devices/$device"
    mount --bind "/dev/$device" "$devices/$device"
done
mkdir "$devices/pts" "$devices/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$devices/pts"
ln -s pts/ptmx "$devices/ptmx"
ln -s /proc/self/fd "$devices/fd"
mount --move "$devices" /dev

exec env -i container=hades-testbed PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    /lib/systemd/systemd --system --unit=multi-user.target --log-target=console
