using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Tests.Support;

/// <summary>A certificate authority that lives as long as a test.</summary>
internal sealed class TestAuthority : ICertificateSource, IDisposable
{
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, X509Certificate2> _made = new(StringComparer.Ordinal);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Authority of a test", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        Root = request.CreateSelfSigned(DateTimeOffset.UtcNow - Slack, DateTimeOffset.UtcNow + Slack);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 For(string host) => _made.GetOrAdd(host, name => Make(name, DateTimeOffset.UtcNow + (Slack / 2)));

    /// <summary>A certificate that ends at a given time.</summary>
    public X509Certificate2 Make(string host, DateTimeOffset end)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using X509Certificate2 bare = request.Create(Root, Root.NotBefore, end, RandomNumberGenerator.GetBytes(8));
        using X509Certificate2 whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    public void Dispose()
    {
        Root.Dispose();
        _key.Dispose();
        foreach (X509Certificate2 certificate in _made.Values)
        {
            certificate.Dispose();
        }
    }
}
