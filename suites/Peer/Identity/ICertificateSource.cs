using System.Security.Cryptography.X509Certificates;

namespace Conformance.Suites.Peer.Identity;

/// <summary>The certificate authority of a run, as far as peers need it.</summary>
internal interface ICertificateSource
{
    /// <summary>The authority's own certificate: the only one that peers trust.</summary>
    X509Certificate2 Root { get; }

    /// <summary>A certificate with its private key that the authority vouches for.</summary>
    /// <param name="host">The DNS name or address that it is for.</param>
    X509Certificate2 For(string host);
}
