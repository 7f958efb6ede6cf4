using System.Net;
using Conformance.Suites.Harness.Certificates;
using Conformance.Suites.Harness.Naming;

namespace Conformance.Suites.Harness.Targets;

/// <summary>How a target reaches federation peers in this process.</summary>
/// <param name="Address">The address that peers listen on and the target connects to.</param>
/// <param name="Authority">Who vouches for peers.</param>
/// <param name="Names">Where peers' names are made known; null where names can't be made known, so that peers' server names must be the address with a port.</param>
public sealed record PeerAccess(IPAddress Address, CertificateAuthority Authority, NameServer? Names);
