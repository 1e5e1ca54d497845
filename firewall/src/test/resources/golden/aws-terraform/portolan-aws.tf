# Security groups of Amazon VPC, one for each group of hosts. Made by Portolan; change the site, not this file.
#
# Load: put the file into a folder of Terraform that has the provider hashicorp/aws, set the variable below,
# and run terraform apply. It replaces the rules that it made before. Terraform takes away the rule by which AWS
# lets a new security group send anything. Rules that others add by hand stay; portolan-groups.json says which
# hosts get which group. A host has the group of its own, and no other.

variable "portolan-vpc-id" {
  description = "The VPC of the security groups that Portolan makes"
  type        = string
}

resource "aws_security_group" "portolan-harbour-crane" {
  name        = "portolan-harbour-crane"
  description = "Made by Portolan"
  vpc_id      = var.portolan-vpc-id
  tags        = { Name = "portolan-harbour-crane" }
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-crane-9b7a4d76c3" {
  description                  = "p-cc50704b3e harbour.pilot.gate.ping-icmp harbour.pilot.crane.ping-icmp"
  security_group_id            = aws_security_group.portolan-harbour-crane.id
  ip_protocol                  = "icmp"
  from_port                    = 8
  to_port                      = -1
  referenced_security_group_id = aws_security_group.portolan-harbour-pilot.id
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-crane-0bee6d827f" {
  description                  = "p-75f7f9b013 harbour.gate.crane.hook-tcp"
  security_group_id            = aws_security_group.portolan-harbour-crane.id
  ip_protocol                  = "tcp"
  from_port                    = 5500
  to_port                      = 5504
  referenced_security_group_id = aws_security_group.portolan-harbour-gate.id
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-crane-0455fe2408" {
  description                  = "p-1bc3f22eb2 harbour.gate.crane.hook-udp"
  security_group_id            = aws_security_group.portolan-harbour-crane.id
  ip_protocol                  = "udp"
  from_port                    = 3389
  to_port                      = 3389
  referenced_security_group_id = aws_security_group.portolan-harbour-gate.id
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-crane-05164c9017" {
  description                  = "p-3fb4c783c4 harbour.crane.crane.turn-vrrp"
  security_group_id            = aws_security_group.portolan-harbour-crane.id
  ip_protocol                  = "112"
  referenced_security_group_id = aws_security_group.portolan-harbour-crane.id
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-crane-760992e91c" {
  description                  = "p-603f8469b0 harbour.crane.store.rpc-endpoint-mapper-tcp harbour.crane.store.rpc-tcp"
  security_group_id            = aws_security_group.portolan-harbour-crane.id
  ip_protocol                  = "tcp"
  from_port                    = 135
  to_port                      = 135
  referenced_security_group_id = aws_security_group.portolan-harbour-store.id
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-crane-de40167cdd" {
  description                  = "p-603f8469b0 harbour.crane.store.rpc-endpoint-mapper-tcp harbour.crane.store.rpc-tcp"
  security_group_id            = aws_security_group.portolan-harbour-crane.id
  ip_protocol                  = "tcp"
  from_port                    = 49152
  to_port                      = 65535
  referenced_security_group_id = aws_security_group.portolan-harbour-store.id
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-crane-05164c9017" {
  description                  = "p-3fb4c783c4 harbour.crane.crane.turn-vrrp"
  security_group_id            = aws_security_group.portolan-harbour-crane.id
  ip_protocol                  = "112"
  referenced_security_group_id = aws_security_group.portolan-harbour-crane.id
}

resource "aws_security_group" "portolan-harbour-gate" {
  name        = "portolan-harbour-gate"
  description = "Made by Portolan"
  vpc_id      = var.portolan-vpc-id
  tags        = { Name = "portolan-harbour-gate" }
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-gate-9b7a4d76c3" {
  description                  = "p-cc50704b3e harbour.pilot.gate.ping-icmp harbour.pilot.crane.ping-icmp"
  security_group_id            = aws_security_group.portolan-harbour-gate.id
  ip_protocol                  = "icmp"
  from_port                    = 8
  to_port                      = -1
  referenced_security_group_id = aws_security_group.portolan-harbour-pilot.id
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-gate-7b6366d774" {
  description       = "p-b69b178a2d harbour.ship.gate.entry-tcp"
  security_group_id = aws_security_group.portolan-harbour-gate.id
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "10.1.0.0/16"
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-gate-3f8ee985cb" {
  description       = "p-b69b178a2d harbour.ship.gate.entry-tcp"
  security_group_id = aws_security_group.portolan-harbour-gate.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.1.0.0/16"
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-gate-0315e034e0" {
  description       = "p-b69b178a2d harbour.ship.gate.entry-tcp"
  security_group_id = aws_security_group.portolan-harbour-gate.id
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
  cidr_ipv4         = "10.1.0.0/16"
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-gate-9622f1e303" {
  description       = "p-7a458fadcd harbour.ship.gate.entry-udp"
  security_group_id = aws_security_group.portolan-harbour-gate.id
  ip_protocol       = "udp"
  from_port         = 3391
  to_port           = 3391
  cidr_ipv4         = "10.1.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-gate-1c8f140653" {
  description       = "p-6f736be74a harbour.gate.customs.papers-tcp"
  security_group_id = aws_security_group.portolan-harbour-gate.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.0.113.7/32"
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-gate-c48146bd3b" {
  description                  = "p-75f7f9b013 harbour.gate.crane.hook-tcp"
  security_group_id            = aws_security_group.portolan-harbour-gate.id
  ip_protocol                  = "tcp"
  from_port                    = 5500
  to_port                      = 5504
  referenced_security_group_id = aws_security_group.portolan-harbour-crane.id
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-gate-990b0b6f72" {
  description                  = "p-1bc3f22eb2 harbour.gate.crane.hook-udp"
  security_group_id            = aws_security_group.portolan-harbour-gate.id
  ip_protocol                  = "udp"
  from_port                    = 3389
  to_port                      = 3389
  referenced_security_group_id = aws_security_group.portolan-harbour-crane.id
}

resource "aws_security_group" "portolan-harbour-pilot" {
  name        = "portolan-harbour-pilot"
  description = "Made by Portolan"
  vpc_id      = var.portolan-vpc-id
  tags        = { Name = "portolan-harbour-pilot" }
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-pilot-d531352131" {
  description                  = "p-be0c22a5f3 harbour.store.pilot.tow-esp"
  security_group_id            = aws_security_group.portolan-harbour-pilot.id
  ip_protocol                  = "50"
  referenced_security_group_id = aws_security_group.portolan-harbour-store.id
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-pilot-0e68bdd858" {
  description                  = "p-cc50704b3e harbour.pilot.gate.ping-icmp harbour.pilot.crane.ping-icmp"
  security_group_id            = aws_security_group.portolan-harbour-pilot.id
  ip_protocol                  = "icmp"
  from_port                    = 8
  to_port                      = -1
  referenced_security_group_id = aws_security_group.portolan-harbour-crane.id
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-pilot-bf5d94c701" {
  description                  = "p-cc50704b3e harbour.pilot.gate.ping-icmp harbour.pilot.crane.ping-icmp"
  security_group_id            = aws_security_group.portolan-harbour-pilot.id
  ip_protocol                  = "icmp"
  from_port                    = 8
  to_port                      = -1
  referenced_security_group_id = aws_security_group.portolan-harbour-gate.id
}

resource "aws_security_group" "portolan-harbour-store" {
  name        = "portolan-harbour-store"
  description = "Made by Portolan"
  vpc_id      = var.portolan-vpc-id
  tags        = { Name = "portolan-harbour-store" }
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-store-85b57e8a8a" {
  description                  = "p-603f8469b0 harbour.crane.store.rpc-endpoint-mapper-tcp harbour.crane.store.rpc-tcp"
  security_group_id            = aws_security_group.portolan-harbour-store.id
  ip_protocol                  = "tcp"
  from_port                    = 135
  to_port                      = 135
  referenced_security_group_id = aws_security_group.portolan-harbour-crane.id
}

resource "aws_vpc_security_group_ingress_rule" "portolan-harbour-store-cee6c8fd6d" {
  description                  = "p-603f8469b0 harbour.crane.store.rpc-endpoint-mapper-tcp harbour.crane.store.rpc-tcp"
  security_group_id            = aws_security_group.portolan-harbour-store.id
  ip_protocol                  = "tcp"
  from_port                    = 49152
  to_port                      = 65535
  referenced_security_group_id = aws_security_group.portolan-harbour-crane.id
}

resource "aws_vpc_security_group_egress_rule" "portolan-harbour-store-6e7c9097ff" {
  description                  = "p-be0c22a5f3 harbour.store.pilot.tow-esp"
  security_group_id            = aws_security_group.portolan-harbour-store.id
  ip_protocol                  = "50"
  referenced_security_group_id = aws_security_group.portolan-harbour-pilot.id
}
