using System.Text;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures.Keys;

public sealed class TrustedKeysTests
{
    private static readonly KeySource Core = new(KeySourceKind.ArchiveCore, "m.core.json");

    [Fact]
    public void With_TwoFilesThatDiffer_TheFirstCountsAndTheSecondIsAProblem()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        ServerKey first = TestServer.Example.PublicKey(library);
        ServerKey second = TestServer.Other.PublicKey(library);

        (KeyRing ring, var problems) = With(File("a.org", "ed25519:1", first), File("a.org", "ed25519:1", second)).For(null, null);

        ring.All.Single().Key.ToString().ShouldBe(first.Key.ToString());
        problems.Single().Kind.ShouldBe(KeyProblemKind.AnotherKeyUnderThisId);
        problems.Single().File.ShouldBe("1.json");
    }

    [Fact]
    public void For_CoreKeyDiffersFromFile_TheFileCountsWithoutAProblem()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        ServerKey known = TestServer.Example.PublicKey(library);
        ServerKey core = TestServer.Other.PublicKey(library) with { Server = known.Server, KeyId = known.KeyId, Source = Core };

        (KeyRing ring, var problems) = With(File(known.Server, known.KeyId, known)).For(known.Server, core);

        ring.All.Single().Key.ToString().ShouldBe(known.Key.ToString());
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void For_CoreKeyOfAnotherId_IsAdded()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        ServerKey known = TestServer.Example.PublicKey(library);
        ServerKey core = TestServer.Other.PublicKey(library) with { Server = known.Server, Source = Core };

        (KeyRing ring, _) = With(File(known.Server, known.KeyId, known)).For(known.Server, core);

        ring.Count.ShouldBe(2);
    }

    [Fact]
    public void For_SigningKeyFile_IsTheOwnServersOrAProblem()
    {
        Backends.AnyOrSkip();
        TrustedKeys keys = With($"ed25519 a_1 {new string('A', 43)}");

        keys.For("own.org", null).Ring.All.Single().Server.ShouldBe("own.org");
        keys.For(null, null).Problems.Single().Kind.ShouldBe(KeyProblemKind.NoServer);
    }

    [Fact]
    public void With_FileWithoutUsableKeys_IsRefusedWithPlaceAndRemedy()
    {
        TrustedKeys.None.With("{\"a.org\": {\"ed25519:1\": \"short\"}}"u8.ToArray(), "k.json", out string? problem).ShouldBeNull();

        problem.ShouldStartWith("k.json at /a.org/ed25519:1: The key ed25519:1 is not 32 bytes in Base64. Copy the public key");
    }

    [Fact]
    public void With_BadSigningKey_DoesNotQuoteIt()
    {
        TrustedKeys.None.With("ed25519 a_1 c2VjcmV0c2VjcmV0"u8.ToArray(), "signing.key", out string? problem).ShouldBeNull();

        problem!.ShouldNotContain("c2Vjc");
    }

    [Fact]
    public void Find_KeyOfFile_TellsIt()
    {
        ServerKey known = TestServer.Example.PublicKey(Backends.AnyOrSkip());
        TrustedKeys keys = With(File(known.Server, known.KeyId, known));

        keys.Find(known.Server, known.KeyId)!.Key.ToString().ShouldBe(known.Key.ToString());
        keys.Find(known.Server, "ed25519:other").ShouldBeNull();
        keys.Find("other.org", known.KeyId).ShouldBeNull();
    }

    private static string File(string server, string keyId, ServerKey key) => $$"""{"{{server}}": {"{{keyId}}": "{{key.Key}}"} }""";

    private static TrustedKeys With(params string[] files)
    {
        TrustedKeys keys = TrustedKeys.None;
        for (int i = 0; i < files.Length; i++)
        {
            keys = keys.With(Encoding.UTF8.GetBytes(files[i]), $"{i}.json", out string? problem) ?? throw new InvalidOperationException(problem);
        }

        return keys;
    }
}
