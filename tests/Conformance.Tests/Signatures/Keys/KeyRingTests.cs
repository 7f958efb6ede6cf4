using System.Text;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures.Keys;

public sealed class KeyRingTests
{
    [Fact]
    public void Find_ByServerAndId_IsExact()
    {
        var builder = new KeyRingBuilder();
        builder.Add(Key("example.org", "ed25519:1", 2)).ShouldBeTrue();
        builder.Add(Key("example.org", "ed25519:2", 3)).ShouldBeTrue();
        builder.Add(Key("other.org", "ed25519:1", 4)).ShouldBeTrue();
        KeyRing ring = builder.Build();

        ring.Count.ShouldBe(3);
        ring.KeysOf("example.org"u8).Length.ShouldBe(2);
        ring.Find("other.org"u8, "ed25519:1"u8)!.Key.Bytes[0].ShouldBe((byte)4);
        ring.Find("Example.org"u8, "ed25519:1"u8).ShouldBeNull();
        ring.Find("example.org"u8, "ed25519:3"u8).ShouldBeNull();
        ring.KeysOf(default).IsEmpty.ShouldBeTrue();
        ring.KeysOf(Encoding.UTF8.GetBytes("exämple.org")).IsEmpty.ShouldBeTrue();
        ring.KeysOf(new byte[100_000]).IsEmpty.ShouldBeTrue();
        ring.All.Select(key => key.KeyId).ShouldBe(["ed25519:1", "ed25519:2", "ed25519:1"]);
    }

    [Fact]
    public void Add_AnotherKeyUnderTheId_KeepsTheFirstAndSaysSo()
    {
        var builder = new KeyRingBuilder();
        builder.Add(Key("example.org", "ed25519:1", 2));

        builder.Add(Key("example.org", "ed25519:1", 3)).ShouldBeFalse();

        builder.Build().Find("example.org"u8, "ed25519:1"u8)!.Key.Bytes[0].ShouldBe((byte)2);
        KeyProblem problem = builder.Problems.Single();
        problem.Kind.ShouldBe(KeyProblemKind.AnotherKeyUnderThisId);
        problem.What.ShouldContain("ed25519:1 of example.org");
    }

    [Theory]
    [InlineData(5L, null, 9L, null, 9L, null)]
    [InlineData(9L, null, 5L, null, 9L, null)]
    [InlineData(null, null, 5L, null, null, null)]
    [InlineData(5L, null, null, 7L, null, 7L)]
    [InlineData(5L, 8L, 5L, 7L, 5L, 7L)]
    public void Add_SameKeyAgain_JoinsItsTimes(long? until, long? expired, long? untilAgain, long? expiredAgain, long? untilJoined, long? expiredJoined)
    {
        var builder = new KeyRingBuilder();
        builder.Add(Key("example.org", "ed25519:1", 2) with { ValidUntil = until, Expired = expired });
        builder.Add(Key("example.org", "ed25519:1", 2) with { ValidUntil = untilAgain, Expired = expiredAgain });

        ServerKey joined = builder.Build().All.Single();
        joined.ValidUntil.ShouldBe(untilJoined);
        joined.Expired.ShouldBe(expiredJoined);
    }

    private static ServerKey Key(string server, string id, byte first)
    {
        byte[] bytes = new byte[32];
        bytes[0] = first;
        return new ServerKey(server, id, new Ed25519PublicKey(bytes), null, null, new KeySource(KeySourceKind.KeysFile, "keys.json"));
    }
}
