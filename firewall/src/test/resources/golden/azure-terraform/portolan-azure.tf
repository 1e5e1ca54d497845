# Network security group of Azure with all rules of a site. Made by Portolan; change the site, not this file.
#
# Load: put the file into a folder of Terraform that has the provider hashicorp/azurerm, set the variables below,
# and run terraform apply. It replaces the rules that it made before; rules that others add by hand stay.
# Give the group to every subnet of the site, and each network interface its application security group:
# portolan-groups.json says which hosts get which. Health probes of load balancers are denied unless a
# flow needs them.

variable "portolan-resource-group" {
  description = "The name of the resource group"
  type        = string
}

variable "portolan-location" {
  description = "The region"
  type        = string
}

resource "azurerm_application_security_group" "portolan-harbour-crane" {
  name                = "portolan-harbour-crane"
  location            = var.portolan-location
  resource_group_name = var.portolan-resource-group
}

resource "azurerm_application_security_group" "portolan-harbour-gate" {
  name                = "portolan-harbour-gate"
  location            = var.portolan-location
  resource_group_name = var.portolan-resource-group
}

resource "azurerm_application_security_group" "portolan-harbour-pilot" {
  name                = "portolan-harbour-pilot"
  location            = var.portolan-location
  resource_group_name = var.portolan-resource-group
}

resource "azurerm_application_security_group" "portolan-harbour-store" {
  name                = "portolan-harbour-store"
  location            = var.portolan-location
  resource_group_name = var.portolan-resource-group
}

resource "azurerm_network_security_group" "portolan" {
  name                = "portolan"
  location            = var.portolan-location
  resource_group_name = var.portolan-resource-group
}

resource "azurerm_network_security_rule" "portolan-p-b69b178a2d-in" {
  name                                       = "p-b69b178a2d-in"
  description                                = "p-b69b178a2d harbour.ship.gate.entry-tcp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Inbound"
  priority                                   = 2901
  access                                     = "Allow"
  protocol                                   = "Tcp"
  source_port_range                          = "*"
  source_address_prefix                      = "10.1.0.0/16"
  destination_port_ranges                    = ["80", "443", "8443"]
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-gate.id]
}

resource "azurerm_network_security_rule" "portolan-p-603f8469b0-in" {
  name                                       = "p-603f8469b0-in"
  description                                = "p-603f8469b0 harbour.crane.store.rpc-endpoint-mapper-tcp harbour.crane.store.rpc-tcp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Inbound"
  priority                                   = 4039
  access                                     = "Allow"
  protocol                                   = "Tcp"
  source_port_range                          = "*"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-crane.id]
  destination_port_ranges                    = ["135", "49152-65535"]
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-store.id]
}

resource "azurerm_network_security_rule" "portolan-p-75f7f9b013-in" {
  name                                       = "p-75f7f9b013-in"
  description                                = "p-75f7f9b013 harbour.gate.crane.hook-tcp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Inbound"
  priority                                   = 963
  access                                     = "Allow"
  protocol                                   = "Tcp"
  source_port_range                          = "*"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-gate.id]
  destination_port_range                     = "5500-5504"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-crane.id]
}

resource "azurerm_network_security_rule" "portolan-p-3fde2bf9ef-in" {
  name                                       = "p-3fde2bf9ef-in"
  description                                = "p-3fde2bf9ef harbour.store.pilot.lamp-udp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Inbound"
  priority                                   = 2563
  access                                     = "Allow"
  protocol                                   = "Udp"
  source_port_range                          = "67"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-store.id]
  destination_port_range                     = "68"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-pilot.id]
}

resource "azurerm_network_security_rule" "portolan-p-1bc3f22eb2-in" {
  name                                       = "p-1bc3f22eb2-in"
  description                                = "p-1bc3f22eb2 harbour.gate.crane.hook-udp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Inbound"
  priority                                   = 245
  access                                     = "Allow"
  protocol                                   = "Udp"
  source_port_range                          = "*"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-gate.id]
  destination_port_range                     = "3389"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-crane.id]
}

resource "azurerm_network_security_rule" "portolan-p-7a458fadcd-in" {
  name                                       = "p-7a458fadcd-in"
  description                                = "p-7a458fadcd harbour.ship.gate.entry-udp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Inbound"
  priority                                   = 1823
  access                                     = "Allow"
  protocol                                   = "Udp"
  source_port_range                          = "*"
  source_address_prefix                      = "10.1.0.0/16"
  destination_port_range                     = "3391"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-gate.id]
}

resource "azurerm_network_security_rule" "portolan-p-be0c22a5f3-in" {
  name                                       = "p-be0c22a5f3-in"
  description                                = "p-be0c22a5f3 harbour.store.pilot.tow-esp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Inbound"
  priority                                   = 3121
  access                                     = "Allow"
  protocol                                   = "Esp"
  source_port_range                          = "*"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-store.id]
  destination_port_range                     = "*"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-pilot.id]
}

resource "azurerm_network_security_rule" "portolan-p-b69b178a2d-out" {
  name                                       = "p-b69b178a2d-out"
  description                                = "p-b69b178a2d harbour.ship.gate.entry-tcp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Outbound"
  priority                                   = 1925
  access                                     = "Allow"
  protocol                                   = "Tcp"
  source_port_range                          = "*"
  source_address_prefix                      = "10.1.0.0/16"
  destination_port_ranges                    = ["80", "443", "8443"]
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-gate.id]
}

resource "azurerm_network_security_rule" "portolan-p-603f8469b0-out" {
  name                                       = "p-603f8469b0-out"
  description                                = "p-603f8469b0 harbour.crane.store.rpc-endpoint-mapper-tcp harbour.crane.store.rpc-tcp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Outbound"
  priority                                   = 2969
  access                                     = "Allow"
  protocol                                   = "Tcp"
  source_port_range                          = "*"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-crane.id]
  destination_port_ranges                    = ["135", "49152-65535"]
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-store.id]
}

resource "azurerm_network_security_rule" "portolan-p-5ef5922e38-out" {
  name                                  = "p-5ef5922e38-out"
  description                           = "p-5ef5922e38 harbour.crane.lighthouse.light-tcp"
  resource_group_name                   = var.portolan-resource-group
  network_security_group_name           = azurerm_network_security_group.portolan.name
  direction                             = "Outbound"
  priority                              = 932
  access                                = "Allow"
  protocol                              = "Tcp"
  source_port_range                     = "*"
  source_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-crane.id]
  destination_port_range                = "443"
  destination_address_prefix            = "AzureMonitor"
}

resource "azurerm_network_security_rule" "portolan-p-6f736be74a-out" {
  name                                  = "p-6f736be74a-out"
  description                           = "p-6f736be74a harbour.gate.customs.papers-tcp"
  resource_group_name                   = var.portolan-resource-group
  network_security_group_name           = azurerm_network_security_group.portolan.name
  direction                             = "Outbound"
  priority                              = 1667
  access                                = "Allow"
  protocol                              = "Tcp"
  source_port_range                     = "*"
  source_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-gate.id]
  destination_port_range                = "443"
  destination_address_prefix            = "203.0.113.7"
}

resource "azurerm_network_security_rule" "portolan-p-75f7f9b013-out" {
  name                                       = "p-75f7f9b013-out"
  description                                = "p-75f7f9b013 harbour.gate.crane.hook-tcp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Outbound"
  priority                                   = 2802
  access                                     = "Allow"
  protocol                                   = "Tcp"
  source_port_range                          = "*"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-gate.id]
  destination_port_range                     = "5500-5504"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-crane.id]
}

resource "azurerm_network_security_rule" "portolan-p-3fde2bf9ef-out" {
  name                                       = "p-3fde2bf9ef-out"
  description                                = "p-3fde2bf9ef harbour.store.pilot.lamp-udp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Outbound"
  priority                                   = 2894
  access                                     = "Allow"
  protocol                                   = "Udp"
  source_port_range                          = "67"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-store.id]
  destination_port_range                     = "68"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-pilot.id]
}

resource "azurerm_network_security_rule" "portolan-p-1bc3f22eb2-out" {
  name                                       = "p-1bc3f22eb2-out"
  description                                = "p-1bc3f22eb2 harbour.gate.crane.hook-udp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Outbound"
  priority                                   = 513
  access                                     = "Allow"
  protocol                                   = "Udp"
  source_port_range                          = "*"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-gate.id]
  destination_port_range                     = "3389"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-crane.id]
}

resource "azurerm_network_security_rule" "portolan-p-7a458fadcd-out" {
  name                                       = "p-7a458fadcd-out"
  description                                = "p-7a458fadcd harbour.ship.gate.entry-udp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Outbound"
  priority                                   = 3209
  access                                     = "Allow"
  protocol                                   = "Udp"
  source_port_range                          = "*"
  source_address_prefix                      = "10.1.0.0/16"
  destination_port_range                     = "3391"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-gate.id]
}

resource "azurerm_network_security_rule" "portolan-p-be0c22a5f3-out" {
  name                                       = "p-be0c22a5f3-out"
  description                                = "p-be0c22a5f3 harbour.store.pilot.tow-esp"
  resource_group_name                        = var.portolan-resource-group
  network_security_group_name                = azurerm_network_security_group.portolan.name
  direction                                  = "Outbound"
  priority                                   = 2531
  access                                     = "Allow"
  protocol                                   = "Esp"
  source_port_range                          = "*"
  source_application_security_group_ids      = [azurerm_application_security_group.portolan-harbour-store.id]
  destination_port_range                     = "*"
  destination_application_security_group_ids = [azurerm_application_security_group.portolan-harbour-pilot.id]
}

resource "azurerm_network_security_rule" "portolan-deny-the-rest-in" {
  name                        = "deny-the-rest-in"
  description                 = "What no flow needs, before the default rules"
  resource_group_name         = var.portolan-resource-group
  network_security_group_name = azurerm_network_security_group.portolan.name
  direction                   = "Inbound"
  priority                    = 4096
  access                      = "Deny"
  protocol                    = "*"
  source_port_range           = "*"
  source_address_prefix       = "*"
  destination_port_range      = "*"
  destination_address_prefix  = "*"
}

resource "azurerm_network_security_rule" "portolan-deny-the-rest-out" {
  name                        = "deny-the-rest-out"
  description                 = "What no flow needs, before the default rules"
  resource_group_name         = var.portolan-resource-group
  network_security_group_name = azurerm_network_security_group.portolan.name
  direction                   = "Outbound"
  priority                    = 4096
  access                      = "Deny"
  protocol                    = "*"
  source_port_range           = "*"
  source_address_prefix       = "*"
  destination_port_range      = "*"
  destination_address_prefix  = "*"
}
