# ipaddress.
import ipaddress

print("addresses")
for given in ("192.168.0.1", "::1", "2001:db8::", "::ffff:1.2.3.4", "1:0:0:2:0:0:0:3", "224.0.0.1", "8.8.8.8", 5, b"\1\2\3\4"):
    address = ipaddress.ip_address(given)
    print(repr(address), int(address), address.exploded, address.reverse_pointer, address.is_private, address.is_global,
          address.is_multicast, address.is_loopback)
for bad in ("", "1.2.3", "256.1.1.1", "01.2.3.4", "1::2::3", "12345::", "g::"):
    for kind in (ipaddress.ip_address, ipaddress.IPv4Address, ipaddress.IPv6Address):
        try:
            kind(bad)
        except ValueError as error:
            print(type(error).__name__, error)
address = ipaddress.IPv4Address("10.0.0.5")
print(address + 1, address < address + 1, sorted([address + 3, address]), f"{address:x} {address:#_b}")

print("networks")
for given in ("10.0.0.0/8", "1.2.3.4", "192.168.0.0/255.255.0.0", "2001:db8::/32", "0.0.0.0/0"):
    network = ipaddress.ip_network(given)
    print(repr(network), network.broadcast_address, network.netmask, network.num_addresses, network.is_private, network[-1])
for bad in ("10.0.0.1/8", "10.0.0.0/33", "1/2/3", "::/129"):
    for kind in (ipaddress.ip_network, ipaddress.IPv4Network, ipaddress.IPv6Network):
        try:
            kind(bad)
        except ValueError as error:
            print(type(error).__name__, error)
network = ipaddress.ip_network("192.168.0.0/29")
print(list(network.hosts()), list(network.subnets()), network.supernet(new_prefix=24))
print(ipaddress.ip_address("192.168.0.3") in network, list(network.address_exclude(ipaddress.ip_network("192.168.0.2/31"))))
interface = ipaddress.ip_interface("10.1.2.3/16")
print(repr(interface), interface.ip, interface.network, interface.with_netmask)
first, last = ipaddress.ip_address("10.0.0.1"), ipaddress.ip_address("10.0.0.10")
print(list(ipaddress.summarize_address_range(first, last)))
print(list(ipaddress.collapse_addresses(map(ipaddress.ip_network, ("10.0.0.0/25", "10.0.0.128/25")))))

for text in ("10.0.0.5/8", "2001:db8::1/32", "1.2.3.4"):
    interface = ipaddress.ip_interface(text)
    for either in (interface, interface.network):
        print(repr(either), either.with_prefixlen, either.with_netmask, either.with_hostmask)
    print(interface.ip, interface.network.prefixlen)

for pack, number in (
    (ipaddress.v4_int_to_packed, 1), (ipaddress.v4_int_to_packed, 1 << 32), (ipaddress.v6_int_to_packed, 1 << 33),
    (ipaddress.v6_int_to_packed, -1)):
    try:
        print(pack(number))
    except ValueError as error:
        print(error)
