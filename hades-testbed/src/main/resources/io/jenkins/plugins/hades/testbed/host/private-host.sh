# Runs inside new network, mount and UTS namespaces: sh -euc <this> host FOLDER NAME
# Covers what belongs to one host by empty folders below FOLDER, then waits, holding the namespaces.
folder=$1 name=$2
mount -t tmpfs -o mode=755 tmpfs /run
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
cp -a /etc "$folder/etc"
for path in etc root home srv opt tmp usr/local var/lib/docker var/lib/containerd; do
    mkdir -p "/$path" "$folder/$path"
    mount --bind "$folder/$path" "/$path"
done
chmod 755 /etc /home /srv /opt /usr/local
chmod 700 /root
chmod 1777 /tmp
mkdir -p /run/sshd /run/lock /run/containerd
hostname "$name"
echo "$name" > /etc/hostname
printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$name" > /etc/hosts
rm -rf /etc/resolv.conf /etc/docker /etc/ssh/ssh_host_* /etc/ssh/sshd_config.d
: > /etc/resolv.conf
sed -i 's/^root:[^:]*:/root:*:/' /etc/shadow
ip link set lo up
touch "$folder/ready"
exec sleep infinity
