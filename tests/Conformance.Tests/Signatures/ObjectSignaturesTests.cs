using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Tests.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures;

public sealed class ObjectSignaturesTests
{
    // Appendices, Cryptographic Test Vectors: the second object of JSON Signing, and the seed.
    private const string Appendix = """
        {"one": 1, "signatures": {"domain": {"ed25519:1": "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw"}}, "two": "Two"}
        """;

    private readonly Ed25519Library _library = Backends.AnyOrSkip();

    private Ed25519PublicKey AppendixKey
    {
        get
        {
            using Ed25519SecretKey secret = _library.KeyFromSeed(Convert.FromBase64String("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1="));
            return secret.PublicKey;
        }
    }

    private Ed25519PublicKey AnotherKey => TestServer.Other.PublicKey(_library).Key;

    [Fact]
    public void Check_ObjectOfTheAppendix_IsSignedByItsKeyAmongOthers()
    {
        Check(Appendix, AppendixKey).ShouldBe(ObjectSignature.Signed);
        Check(Appendix, AnotherKey, AppendixKey).ShouldBe(ObjectSignature.Signed);
    }

    [Fact]
    public void Check_AnotherKeyOrNone_IsNotSigned()
    {
        Check(Appendix, AnotherKey).ShouldBe(ObjectSignature.NotSigned);
        Check(Appendix).ShouldBe(ObjectSignature.NotSigned);
    }

    [Theory]
    [InlineData("{\"one\": 1, \"two\": \"Two\"}")]
    [InlineData("{\"one\": 1, \"two\": \"Two\", \"signatures\": []}")]
    [InlineData("{\"one\": 1, \"two\": \"Two\", \"signatures\": {\"domain\": []}}")]
    [InlineData("[]")]
    [InlineData("5")]
    public void Check_NoSignatures_IsNotSigned(string json) => Check(json, AppendixKey).ShouldBe(ObjectSignature.NotSigned);

    [Fact]
    public void Check_ObjectAltered_IsNotSigned() =>
        Check(Appendix.Replace("Two", "two", StringComparison.Ordinal), AppendixKey).ShouldBe(ObjectSignature.NotSigned);

    [Fact]
    public void Check_NoLibrary_IsNotChecked() =>
        ObjectSignatures.Check(Read(Appendix).Root, [AppendixKey], null).ShouldBe(ObjectSignature.NotChecked);

    [Fact]
    public void Check_MoreSignaturesThanAreTried_IsNotChecked()
    {
        var signatures = new JsonObject();
        for (int i = 0; i < ObjectSignatures.MaxVerifications; i++)
        {
            signatures[$"ed25519:{i}"] = new string('A', 86);
        }

        JsonNode signed = JsonNode.Parse(Appendix)!;
        signed["signatures"] = new JsonObject { ["domain"] = signatures };

        Check(signed.ToJsonString(), AppendixKey).ShouldBe(ObjectSignature.NotSigned);
        signatures["ed25519:more"] = new string('A', 86);
        Check(signed.ToJsonString(), AppendixKey).ShouldBe(ObjectSignature.NotChecked);
    }

    private ObjectSignature Check(string json, params Ed25519PublicKey[] keys) => ObjectSignatures.Check(Read(json).Root, keys, _library);

    private static Document Read(string json) => DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json);
}
