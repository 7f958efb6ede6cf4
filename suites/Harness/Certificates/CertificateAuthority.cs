using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Suites.Harness.Certificates;

/// <summary>The authority that vouches for all servers of a run. Targets get its certificate and its key, as Complement's images want it.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const int SerialBytes = 16;

    /// <summary>RSA, because images may read nothing else; what it issues has keys on a curve, which are made faster.</summary>
    private readonly RSA _key;

    private readonly TimeProvider _clock;

    private CertificateAuthority(RSA key, X509Certificate2 root, TimeProvider clock)
    {
        _key = key;
        Root = root;
        _clock = clock;
    }

    /// <summary>The authority's certificate, without the key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>The authority's certificate as PEM: <c>/complement/ca/ca.crt</c>.</summary>
    public string CertificatePem => Root.ExportCertificatePem() + "\n";

    /// <summary>The authority's key as PEM (PKCS #1): <c>/complement/ca/ca.key</c>.</summary>
    public string KeyPem => _key.ExportRSAPrivateKeyPem() + "\n";

    /// <summary>Makes an authority.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="name">The common name.</param>
    public static CertificateAuthority Create(TimeProvider clock, string name = "Conformance test authority")
    {
        ArgumentNullException.ThrowIfNull(clock);
        const int Bits = 2048;
        var key = RSA.Create(Bits);
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        DateTimeOffset now = clock.GetUtcNow();
        using X509Certificate2 withKey = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        return new CertificateAuthority(key, X509CertificateLoader.LoadCertificate(withKey.RawData), clock);
    }

    /// <summary>Takes an authority from <c>ca.crt</c> and <c>ca.key</c> in a folder, for servers that run already and trust it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="HarnessException">One of the files is missing or isn't PEM.</exception>
    public static CertificateAuthority Load(string folder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            var root = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder, "ca.crt")));
            var key = RSA.Create();
            key.ImportFromPem(File.ReadAllText(Path.Combine(folder, "ca.key")));
            return new CertificateAuthority(key, root, clock);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new HarnessException($"{folder} must have a certificate ca.crt and its RSA key ca.key, both PEM: {e.Message}", e);
        }
    }

    /// <summary>Writes <c>ca.crt</c> and <c>ca.key</c> into a folder, which is made.</summary>
    /// <param name="folder">The folder.</param>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "ca.crt"), CertificatePem);
        string key = Path.Combine(folder, "ca.key");
        using FileStream stream = new(key, OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write }
            : new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        stream.Write(System.Text.Encoding.ASCII.GetBytes(KeyPem));
    }

    /// <summary>Issues a certificate for servers, with its key, as a TLS listener wants it.</summary>
    /// <param name="hosts">DNS names and IP addresses, without ports.</param>
    public X509Certificate2 Issue(params IReadOnlyCollection<string> hosts) => Issue(hosts, _clock.GetUtcNow().AddDays(-1), _clock.GetUtcNow().AddDays(30));

    /// <summary>Issues a certificate that is valid between two times, such as one that has expired.</summary>
    /// <param name="hosts">DNS names and IP addresses, without ports.</param>
    /// <param name="from">When it begins to be valid.</param>
    /// <param name="until">When it ends.</param>
    public X509Certificate2 Issue(IReadOnlyCollection<string> hosts, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Conformance server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (string host in hosts)
        {
            if (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var generator = X509SignatureGenerator.CreateForRSA(_key, RSASignaturePadding.Pkcs1);
        DateTimeOffset begin = from < Root.NotBefore ? Root.NotBefore : from;
        using X509Certificate2 bare = request.Create(Root.SubjectName, generator, begin, until, RandomNumberGenerator.GetBytes(SerialBytes));
        using X509Certificate2 withKey = bare.CopyWithPrivateKey(key);

        // A key that was never in a file isn't taken by every TLS stack; one from PKCS #12 is.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>How a client checks servers of this run: by this authority alone, without asking anybody about revocation.</summary>
    public X509ChainPolicy Trust() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { Root },
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        Root.Dispose();
    }
}
