-- Whose network a sign-in came from: an IPv4 address, or the /64 of an IPv6 one. Empty before it was kept.
alter table sign_in_event add network text;
