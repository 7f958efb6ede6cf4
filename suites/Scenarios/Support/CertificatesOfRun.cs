using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Conformance.Suites.Harness.Certificates;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Scenarios.Support;

/// <summary>The authority of a run, as peers take it.</summary>
/// <param name="authority">The authority.</param>
internal sealed class CertificatesOfRun(CertificateAuthority authority) : ICertificateSource
{
    private readonly ConcurrentDictionary<string, X509Certificate2> _issued = new(StringComparer.Ordinal);

    public X509Certificate2 Root => authority.Root;

    public X509Certificate2 For(string host) => _issued.GetOrAdd(host, name => authority.Issue(name));
}
