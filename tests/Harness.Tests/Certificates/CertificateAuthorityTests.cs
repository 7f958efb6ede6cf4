using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Conformance.Suites.Harness.Certificates;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Certificates;

public class CertificateAuthorityTests
{
    [Theory]
    [InlineData("-verify_hostname", "peer1.example")]
    [InlineData("-verify_hostname", "hs1")]
    [InlineData("-verify_ip", "172.18.0.1")]
    public async Task Issue_VerifiedByOpenSsl_HoldsForEveryNameItWasMadeFor(string option, string name)
    {
        using var authority = CertificateAuthority.Create(TimeProvider.System);
        using X509Certificate2 issued = authority.Issue("peer1.example", "hs1", "172.18.0.1");

        (await OpenSslAsync(authority, issued, option, name)).ShouldContain("OK");
    }

    [Fact]
    public async Task Issue_VerifiedByOpenSsl_FailsForAnotherName()
    {
        using var authority = CertificateAuthority.Create(TimeProvider.System);
        using X509Certificate2 issued = authority.Issue("peer1.example");

        (await OpenSslAsync(authority, issued, "-verify_hostname", "peer2.example")).ShouldContain("hostname mismatch", Case.Insensitive);
    }

    [Fact]
    public async Task Issue_InThePast_HasExpiredForOpenSsl()
    {
        using var authority = CertificateAuthority.Create(TimeProvider.System);
        using X509Certificate2 issued = authority.Issue(["hs1"], DateTimeOffset.UtcNow.AddHours(-2), DateTimeOffset.UtcNow.AddHours(-1));

        (await OpenSslAsync(authority, issued, "-verify_hostname", "hs1")).ShouldContain("expired");
    }

    [Theory]
    [InlineData("hs1", true, true)]
    [InlineData("hs2", true, false)]
    [InlineData("hs1", false, false)]
    public async Task Trust_OverTls_TakesTheOwnAuthorityAndTheRightNameAlone(string name, bool isOwn, bool succeeds)
    {
        using var authority = CertificateAuthority.Create(TimeProvider.System);
        using var other = CertificateAuthority.Create(TimeProvider.System);
        using X509Certificate2 issued = authority.Issue("hs1");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task server = ServeAsync(listener, issued);
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(client.GetStream());
        var options = new SslClientAuthenticationOptions { TargetHost = name, CertificateChainPolicy = (isOwn ? authority : other).Trust() };

        Task connecting = tls.AuthenticateAsClientAsync(options, TestContext.Current.CancellationToken);
        if (succeeds)
        {
            await connecting;
        }
        else
        {
            await Should.ThrowAsync<AuthenticationException>(() => connecting);
        }

        client.Close();
        await server;
    }

    [Fact]
    public void Load_WhatWasSaved_IssuesUnderTheSameCertificate()
    {
        string folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        try
        {
            using var saved = CertificateAuthority.Create(TimeProvider.System);
            saved.Save(folder);
            using var loaded = CertificateAuthority.Load(folder, TimeProvider.System);
            using X509Certificate2 issued = loaded.Issue("hs1");
            using var chain = new X509Chain { ChainPolicy = saved.Trust() };

            chain.Build(issued).ShouldBeTrue();
            loaded.KeyPem.ShouldStartWith("-----BEGIN RSA PRIVATE KEY-----");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Load_NothingIsThere_SaysWhatMustBe() =>
        Should.Throw<HarnessException>(() => CertificateAuthority.Load("/nowhere", TimeProvider.System)).Message.ShouldContain("ca.crt");

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
            await tls.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
        }
    }

    private static async Task<string> OpenSslAsync(CertificateAuthority authority, X509Certificate2 issued, string option, string name)
    {
        string folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        try
        {
            authority.Save(folder);
            string leaf = Path.Combine(folder, "leaf.crt");
            await File.WriteAllTextAsync(leaf, issued.ExportCertificatePem());
            var start = new ProcessStartInfo("openssl")
            {
                ArgumentList = { "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", Path.Combine(folder, "ca.crt"), option, name, leaf },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            Process? process = null;
            try
            {
                process = Process.Start(start);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                Assert.Skip("openssl isn't on this machine.");
            }

            using (process)
            {
                Task<string> error = process!.StandardError.ReadToEndAsync();
                return await process.StandardOutput.ReadToEndAsync() + await error;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
