using System.Numerics;
using System.Security.Cryptography;
using Conformance.Signatures.Cryptography;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures.Cryptography;

public sealed class Ed25519LibraryTests
{
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");

    public static TheoryData<string> All => Backends.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Verify_VectorsOfRfc8032_AreGoodAndComeOutWhenSigned(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);

        foreach (Vector vector in Vectors())
        {
            using Ed25519SecretKey secret = library.KeyFromSeed(vector.Seed);
            byte[] signature = new byte[64];
            secret.Sign(vector.Message, signature);

            secret.PublicKey.Bytes.ToArray().ShouldBe(vector.Key);
            signature.ShouldBe(vector.Signature);
            library.Verify(new Ed25519PublicKey(vector.Key), vector.Message, vector.Signature).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Verify_AnyBitTurned_IsBad(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        Vector vector = Vectors()[2];
        var key = new Ed25519PublicKey(vector.Key);

        for (int bit = 0; bit < 512; bit++)
        {
            byte[] signature = Turned(vector.Signature, bit);
            library.Verify(key, vector.Message, signature).ShouldBeFalse($"signature bit {bit}");
        }

        for (int bit = 0; bit < 256; bit++)
        {
            library.Verify(new Ed25519PublicKey(Turned(vector.Key, bit)), vector.Message, vector.Signature).ShouldBeFalse($"key bit {bit}");
        }

        for (int bit = 0; bit < 16; bit++)
        {
            library.Verify(key, Turned(vector.Message, bit), vector.Signature).ShouldBeFalse($"message bit {bit}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Verify_ScalarBeyondTheOrder_IsBad(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        Vector vector = Vectors()[1];
        var scalar = new BigInteger(vector.Signature.AsSpan(32), isUnsigned: true);

        for (BigInteger more = scalar + Order; more < BigInteger.Pow(2, 256); more += Order)
        {
            byte[] signature = [.. vector.Signature.AsSpan(0, 32), .. LittleEndian(more)];
            library.Verify(new Ed25519PublicKey(vector.Key), vector.Message, signature).ShouldBeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Verify_WrongLength_IsBad(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        Vector vector = Vectors()[1];
        var key = new Ed25519PublicKey(vector.Key);

        foreach (int length in (int[])[0, 1, 32, 63])
        {
            library.Verify(key, vector.Message, vector.Signature.AsSpan(0, length)).ShouldBeFalse();
        }

        library.Verify(key, vector.Message, [.. vector.Signature, 0]).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Verify_PointOfSmallOrder_IsBad(string name)
    {
        // R is the neutral element and S = k a, so that the equation holds without the factor 8; who knows the key can make such a signature.
        Ed25519Library library = Backends.GetOrSkip(name);
        Vector vector = Vectors()[1];
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        byte[] expanded = SHA512.HashData(vector.Seed);
        expanded[0] &= 248;
        expanded[31] = (byte)(expanded[31] & 63 | 64);
        var secret = new BigInteger(expanded.AsSpan(0, 32), isUnsigned: true);
        var k = new BigInteger(SHA512.HashData([.. neutral, .. vector.Key, .. vector.Message]), isUnsigned: true);
        byte[] signature = [.. neutral, .. LittleEndian(k * secret % Order)];

        library.Verify(new Ed25519PublicKey(vector.Key), vector.Message, signature).ShouldBeFalse();

        // Under the neutral element as key, R = neutral and S = 0 fit any message.
        library.Verify(new Ed25519PublicKey(neutral), vector.Message, [.. neutral, .. new byte[32]]).ShouldBeFalse();
    }

    /// <summary>The cases of github.com/novifinancial/ed25519-speccheck (cases.json); what libsodium is published to make of them.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Verify_CasesThatLibrariesDisagreeAbout_AreAsLibsodiumHasThem(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        string[] lines = [.. Lines("speccheck.txt")];
        bool[] good = [.. lines.Select(line => line.Split(' ')).Select(parts => library.Verify(
            new Ed25519PublicKey(Convert.FromHexString(parts[1])), Convert.FromHexString(parts[0]), Convert.FromHexString(parts[2])))];

        good.ShouldBe([false, false, false, true, false, false, false, false, false, false]);
    }

    [Fact]
    public void Verify_RandomSignaturesGoodAndBad_LibrariesAgree()
    {
        Ed25519Library sodium = Backends.GetOrSkip("libsodium");
        Ed25519Library openSsl = Backends.GetOrSkip("libcrypto");
        var random = new Random(20261120);
        byte[] seed = new byte[32];
        byte[] signature = new byte[64];
        int good = 0;
        for (int i = 0; i < 2000; i++)
        {
            random.NextBytes(seed);
            byte[] message = new byte[random.Next(1000)];
            random.NextBytes(message);
            using Ed25519SecretKey secret = (i % 2 == 0 ? sodium : openSsl).KeyFromSeed(seed);
            secret.Sign(message, signature);
            byte[] key = secret.PublicKey.Bytes.ToArray();
            switch (i % 5)
            {
                case 1:
                    signature = Turned(signature, random.Next(512));
                    break;
                case 2:
                    key = Turned(key, random.Next(256));
                    break;
                case 3:
                    random.NextBytes(signature);
                    break;
                default:
                    break;
            }

            bool isGood = sodium.Verify(new Ed25519PublicKey(key), message, signature);
            openSsl.Verify(new Ed25519PublicKey(key), message, signature).ShouldBe(isGood, Convert.ToHexString(signature));
            isGood.ShouldBe(i % 5 is 0 or 4);
            good += isGood ? 1 : 0;
        }

        good.ShouldBe(800);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Verify_ManyThreadsOneKey_AllRight(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        Vector vector = Vectors()[1];
        var key = new Ed25519PublicKey(vector.Key);
        byte[] bad = Turned(vector.Signature, 7);
        int wrong = 0;

        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            if (library.Verify(key, vector.Message, i % 3 == 0 ? bad : vector.Signature) != (i % 3 != 0))
            {
                Interlocked.Increment(ref wrong);
            }
        });

        wrong.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Verify_AfterTheFirstTime_AllocatesNothing(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        Vector vector = Vectors()[1];
        var key = new Ed25519PublicKey(vector.Key);
        byte[] bad = Turned(vector.Signature, 300);
        Allocations.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                library.Verify(key, vector.Message, i % 2 == 0 ? bad : vector.Signature);
            }
        }).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Sign_AfterDisposal_IsRefused(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        Ed25519SecretKey key = library.KeyFromSeed(new byte[32]);
        key.Dispose();

        Should.Throw<ObjectDisposedException>(() => key.Sign([], new byte[64]));
        Should.Throw<ArgumentException>(() => library.KeyFromSeed(new byte[31]));
    }

    private static byte[] Turned(byte[] bytes, int bit)
    {
        byte[] turned = [.. bytes];
        turned[bit / 8] ^= (byte)(1 << (bit % 8));
        return turned;
    }

    private static byte[] LittleEndian(BigInteger value)
    {
        byte[] bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true).ShouldBeTrue();
        return bytes;
    }

    private static Vector[] Vectors() =>
        [.. Lines("rfc8032.txt").Select(line => line.Split(' ')).Select(parts => new Vector(Hex(parts[0]), Hex(parts[1]), Hex(parts[2]), Hex(parts[3])))];

    private static byte[] Hex(string text) => text == "-" ? [] : Convert.FromHexString(text);

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests/Conformance.Tests/Signatures/Vectors", file)).Where(line => line[0] != '#');

    private sealed record Vector(byte[] Seed, byte[] Key, byte[] Message, byte[] Signature);
}
