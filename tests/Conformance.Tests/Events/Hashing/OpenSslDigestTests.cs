using System.Security.Cryptography;
using Conformance.Events.Hashing;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Hashing;

public sealed class OpenSslDigestTests
{
    [Fact]
    public void TryHash_BytesOfManyLengths_AreHashedAsThePlatformDoes()
    {
        using OpenSslDigest? digest = OpenSslDigest.TryCreate();
        Assert.SkipWhen(digest is null, "This platform doesn't hash by OpenSSL 3.");
        byte[] data = new byte[70_000];
        new Random(3).NextBytes(data);
        byte[] hash = new byte[32];

        foreach (int length in (int[])[.. Enumerable.Range(0, 300), 4_095, 4_096, 65_535, 65_536, 70_000])
        {
            digest!.TryHash(data.AsSpan(0, length), hash).ShouldBeTrue();

            hash.ShouldBe(SHA256.HashData(data.AsSpan(0, length)));
        }
    }

    [Fact]
    public void TryHash_PublishedVector_IsMet()
    {
        using OpenSslDigest? digest = OpenSslDigest.TryCreate();
        Assert.SkipWhen(digest is null, "This platform doesn't hash by OpenSSL 3.");
        byte[] hash = new byte[32];

        // FIPS 180-2, B.1.
        digest!.TryHash("abc"u8, hash).ShouldBeTrue();

        Convert.ToHexStringLower(hash).ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
