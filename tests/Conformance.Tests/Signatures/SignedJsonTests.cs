using System.Text;
using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Tests.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures;

public sealed class SignedJsonTests
{
    // Appendices, Cryptographic Test Vectors: the second object of JSON Signing, its signature, and the seed.
    private const string Appendix = """{"one": 1, "signatures": {"domain": {}}, "two": "Two", "unsigned": {"age": 5}}""";
    private const string Signature = "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw==";
    private const string Seed = "YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1=";

    [Fact]
    public void TryWrite_ObjectOfTheAppendix_IsWhatItsSignatureCovers()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        using Ed25519SecretKey secret = library.KeyFromSeed(Convert.FromBase64String(Seed));
        byte[] signature = Convert.FromBase64String(Signature);

        library.Verify(secret.PublicKey, Form(Appendix), signature).ShouldBeTrue();
        library.Verify(secret.PublicKey, Form(Appendix.Replace("Two", "two", StringComparison.Ordinal)), signature).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"b":1,"a":{"unsigned":2,"signatures":3}}""", """{"a":{"signatures":3,"unsigned":2},"b":1}""")]
    [InlineData("""{"a":1,"b":2,"a":3}""", """{"a":3,"b":2}""")]
    [InlineData("{}", "{}")]
    public void TryWrite_Object_IsCanonicalWithoutItsOwnSignatures(string json, string form) => Encoding.UTF8.GetString(Form(json)).ShouldBe(form);

    [Theory]
    [InlineData(false, """{"a":1}""")]
    [InlineData(true, """{"a":1.0}""")]
    public void TryWrite_IntegralFloat_StaysOneInOldRoomsOnly(bool lenient, string form)
    {
        var writer = new CanonicalJsonWriter();
        SignedJson.TryWrite(Read("""{"a":1.0}""").Root, writer, lenient).ShouldBeTrue();
        Encoding.UTF8.GetString(writer.Written).ShouldBe(form);
    }

    private static byte[] Form(string json)
    {
        var writer = new CanonicalJsonWriter();
        SignedJson.TryWrite(Read(json).Root, writer).ShouldBeTrue();
        return writer.Written.ToArray();
    }

    private static Document Read(string json) => DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json);
}
