using System.Text;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures.Keys;

/// <summary>What is a signing key and what isn't, as Synapse (signedjson, unpaddedbase64) decides it.</summary>
public sealed class SigningKeyLineTests
{
    /// <summary>The key of the specification's test vectors (Appendices, Cryptographic Test Vectors), whose last character has spare bits set.</summary>
    private const string Seed = "YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1";

    private const string Public = "XGX0JRS2Af3be3knz2fBiRbApjm2Dh61gXDJA8kcJNI";

    public static TheoryData<string> Legal =>
    [
        "ed25519 1 SEED",
        "ed25519 a_AbC9 SEED",
        "ed25519 1 SEED\n",
        " ed25519  1\tSEED \r\n",
        "ed25519\n1\nSEED",
        "ed25519 1 SEED=",
        "ed25519 1 " + "YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW-3XA1",
        "ed25519 1 " + "YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA0",
    ];

    [Theory]
    [MemberData(nameof(Legal))]
    public void TryRead_AsSynapseReadsIt_GivesThePublicKey(string text)
    {
        byte[] line = Encoding.UTF8.GetBytes(text.Replace("SEED", Seed, StringComparison.Ordinal));
        SigningKeyLine.Check(line).ShouldBe(SigningKeyFault.None);
        SigningKeyLine.LooksLike(line).ShouldBeTrue();

        ServerKey? key = SigningKeyLine.TryRead(line, "domain", Backends.AnyOrSkip(), new KeySource(KeySourceKind.SigningKeyFile, "signing.key"), "", out KeyProblem? problem);

        problem.ShouldBeNull();
        key!.Key.ToString().ShouldBe(Public);
        key.KeyId.ShouldStartWith("ed25519:");
    }

    [Theory]
    [InlineData("", nameof(SigningKeyFault.Algorithm))]
    [InlineData(" \t\n", nameof(SigningKeyFault.Algorithm))]
    [InlineData("1 SEED", nameof(SigningKeyFault.Algorithm))]
    [InlineData("ED25519 1 SEED", nameof(SigningKeyFault.Algorithm))]
    [InlineData("ed25519:1 SEED", nameof(SigningKeyFault.Algorithm))]
    [InlineData("ed25519", nameof(SigningKeyFault.Parts))]
    [InlineData("ed25519 SEED", nameof(SigningKeyFault.Parts))]
    [InlineData("ed25519 1 SEED SEED", nameof(SigningKeyFault.Parts))]
    [InlineData("ed25519 1 SEED\ned25519 2 SEED", nameof(SigningKeyFault.Parts))]
    [InlineData("ed25519 a-1 SEED", nameof(SigningKeyFault.Version))]
    [InlineData("ed25519 é SEED", nameof(SigningKeyFault.Version))]
    [InlineData("ed25519 1 SEEDA", nameof(SigningKeyFault.Seed))]
    [InlineData("ed25519 1 SEED==", nameof(SigningKeyFault.Seed))]
    [InlineData("ed25519 1 SEEDSEED", nameof(SigningKeyFault.Seed))]
    [InlineData("ed25519 1 SEE", nameof(SigningKeyFault.Seed))]
    [InlineData("ed25519 1 YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA", nameof(SigningKeyFault.Seed))]
    [InlineData("ed25519 1 YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA=", nameof(SigningKeyFault.Seed))]
    [InlineData("ed25519 1 YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW!3XA1", nameof(SigningKeyFault.Seed))]
    public void Check_NoSigningKey_TellsTheFirstFault(string text, string fault)
    {
        byte[] line = Encoding.UTF8.GetBytes(text.Replace("SEED", Seed, StringComparison.Ordinal));

        SigningKeyLine.Check(line).ToString().ShouldBe(fault);

        SigningKeyLine.TryRead(line, "domain", Ed25519Libraries.Default, new KeySource(KeySourceKind.SigningKeyFile, "signing.key"), "", out KeyProblem? problem)
            .ShouldBeNull();
        problem!.Kind.ShouldBe(KeyProblemKind.BadSigningKey);
    }
}
