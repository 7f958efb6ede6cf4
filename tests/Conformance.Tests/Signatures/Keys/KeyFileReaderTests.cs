using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures.Keys;

public sealed class KeyFileReaderTests
{
    // RFC 8032 §7.1, TEST 2: seed and public key.
    private const string Seed = "TM0Imyj/ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U+4pvs";
    private const string Public = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw";

    private readonly Ed25519Library _library = Backends.AnyOrSkip();

    [Fact]
    public void Read_SimpleForm_HasEveryKey()
    {
        KeyFile file = Read($$$"""
            {"example.org:8448": {"ed25519:1": "{{{Public}}}", "ed25519:old": {"key": "{{{Public}}}=", "valid_until_ts": 5, "expired_ts": 7}},
             "[::1]:80": {"ed25519:a_B": {"key": "{{{Public}}}"}} }
            """);

        file.Problems.ShouldBeEmpty();
        file.Keys.Select(key => (key.Server, key.KeyId, key.ValidUntil, key.Expired)).ShouldBe(
            [("example.org:8448", "ed25519:1", null, null), ("example.org:8448", "ed25519:old", 5, 7), ("[::1]:80", "ed25519:a_B", null, null)]);
        file.Keys.ShouldAllBe(key => key.Key.ToString() == Public && key.Source.Kind == KeySourceKind.KeysFile && key.Source.File == "keys.json");
    }

    [Fact]
    public void Read_ServerAnswer_IsTakenWithItsSignature()
    {
        string answer = SignedAnswer().ToJsonString();

        foreach (string json in (string[])[answer, $"{{\"example.org\": {answer}}}"])
        {
            KeyFile file = Read(json);

            file.Problems.ShouldBeEmpty();
            file.Answers.Single().Signature.ShouldBe(AnswerSignature.Valid);
            file.Answers.Single().Server.ShouldBe("example.org");
            file.Keys.Select(key => (key.Server, key.KeyId, key.ValidUntil, key.Expired)).ShouldBe(
                [("example.org", "ed25519:1", 1_652_262_000_000, null), ("example.org", "ed25519:0ldk3y", null, 1_532_645_052_628)]);
            file.Keys.ShouldAllBe(key => key.Source.Kind == KeySourceKind.ServerAnswer);
        }
    }

    [Fact]
    public void Read_NotaryAnswer_HasTheServersKeysAndIgnoresTheNotarysSignature()
    {
        JsonObject answer = SignedAnswer();
        answer["signatures"]!["notary.org"] = new JsonObject { ["ed25519:n"] = new string('A', 86) };

        KeyFile file = Read(new JsonObject { ["server_keys"] = new JsonArray(answer) }.ToJsonString());

        file.Problems.ShouldBeEmpty();
        file.Answers.Single().ShouldBe(new KeyAnswer("example.org", "/server_keys/0", AnswerSignature.Valid));
        file.Keys.Count.ShouldBe(2);
        file.Keys.ShouldAllBe(key => key.Source.Kind == KeySourceKind.NotaryAnswer);
    }

    [Fact]
    public void Read_AnswerAlteredAfterSigning_IsRefused()
    {
        JsonObject answer = SignedAnswer();
        answer["valid_until_ts"] = 1_652_262_000_001;

        KeyFile file = Read(answer.ToJsonString());

        file.Keys.ShouldBeEmpty();
        file.Answers.Single().Signature.ShouldBe(AnswerSignature.Invalid);
        file.Problems.Single().Kind.ShouldBe(KeyProblemKind.BadSelfSignature);
    }

    [Fact]
    public void Read_AnswerWithoutItsSignature_IsUsedAndSaid()
    {
        JsonObject answer = SignedAnswer();
        answer["signatures"] = new JsonObject();

        KeyFile file = Read(answer.ToJsonString());

        file.Keys.Count.ShouldBe(2);
        file.Answers.Single().Signature.ShouldBe(AnswerSignature.Missing);
        file.Problems.Single().Kind.ShouldBe(KeyProblemKind.NoSelfSignature);
    }

    [Fact]
    public void Read_AnswerAndNoLibrary_IsUsedUnchecked()
    {
        KeyFile file = KeyFileReader.Read(Encoding.UTF8.GetBytes(SignedAnswer().ToJsonString()), "keys.json", null);

        file.Keys.Count.ShouldBe(2);
        file.Answers.Single().Signature.ShouldBe(AnswerSignature.NotChecked);
    }

    [Theory]
    [InlineData("", KeyProblemKind.NotReadable, "")]
    [InlineData("{", KeyProblemKind.NotReadable, "")]
    [InlineData("keys: none", KeyProblemKind.NotReadable, "")]
    [InlineData("[]", KeyProblemKind.NotAnObject, "")]
    [InlineData("{}", KeyProblemKind.NoKeys, "")]
    [InlineData("{\"example.org\": {}, \"example.org\": {}}", KeyProblemKind.DuplicateName, null)]
    [InlineData("{\"exa mple\": {}}", KeyProblemKind.BadServerName, "/exa mple")]
    [InlineData("{\"example.org\": 5}", KeyProblemKind.NotKeys, "/example.org")]
    [InlineData("{\"example.org\": {\"ed25519:\": \"KEY\"}}", KeyProblemKind.BadKeyId, "/example.org/ed25519:")]
    [InlineData("{\"example.org\": {\"ed25519:a-b\": \"KEY\"}}", KeyProblemKind.BadKeyId, "/example.org/ed25519:a-b")]
    [InlineData("{\"example.org\": {\"curve448:1\": \"KEY\"}}", KeyProblemKind.UnknownAlgorithm, "/example.org/curve448:1")]
    [InlineData("{\"example.org\": {\"ed25519:1\": 5}}", KeyProblemKind.NotAKey, "/example.org/ed25519:1")]
    [InlineData("{\"example.org\": {\"ed25519:1\": {\"KEY\": \"\"}}}", KeyProblemKind.NotAKey, "/example.org/ed25519:1")]
    [InlineData("{\"example.org\": {\"ed25519:1\": \"KEYA\"}}", KeyProblemKind.BadKey, "/example.org/ed25519:1")]
    [InlineData("{\"example.org\": {\"ed25519:1\": {\"key\": \"AAAA\"}}}", KeyProblemKind.BadKey, "/example.org/ed25519:1/key")]
    [InlineData("{\"example.org\": {\"ed25519:1\": \"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}}", KeyProblemKind.UnsoundKey, "/example.org/ed25519:1")]
    [InlineData("{\"example.org\": {\"ed25519:1\": {\"key\": \"KEY\", \"expired_ts\": \"5\"}}}", KeyProblemKind.BadTime, "/example.org/ed25519:1")]
    [InlineData("{\"example.org\": {\"ed25519:1\": {\"key\": \"KEY\", \"valid_until_ts\": -1}}}", KeyProblemKind.BadTime, "/example.org/ed25519:1")]
    [InlineData("{\"example.org\": {\"ed25519:1\": {\"key\": \"KEY\", \"valid_until_ts\": 1e300}}}", KeyProblemKind.BadTime, "/example.org/ed25519:1")]
    [InlineData("{\"server_name\": \"example.org\"}", KeyProblemKind.IncompleteAnswer, "")]
    [InlineData("{\"server_name\": \"ex ample\", \"verify_keys\": {}, \"valid_until_ts\": 1}", KeyProblemKind.BadServerName, "/server_name")]
    [InlineData("{\"example.org\": {\"server_name\": \"other.org\", \"verify_keys\": {}, \"valid_until_ts\": 1}}", KeyProblemKind.AnotherServer, "/example.org/server_name")]
    [InlineData("{\"server_keys\": [5]}", KeyProblemKind.IncompleteAnswer, "/server_keys/0")]
    public void Read_Faulty_SaysWhatWhereAndWhatToDo(string json, KeyProblemKind kind, string? pointer)
    {
        KeyFile file = Read(json.Replace("KEY", Public, StringComparison.Ordinal));

        file.Keys.ShouldBeEmpty();
        KeyProblem problem = file.Problems.Single();
        problem.Kind.ShouldBe(kind);
        problem.File.ShouldBe("keys.json");
        problem.Pointer.ShouldBe(pointer ?? problem.Pointer);
        problem.What.ShouldNotBeNullOrWhiteSpace();
        problem.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Read_OneKeyFaulty_TakesTheOthers()
    {
        KeyFile file = Read($$$"""{"example.org": {"ed25519:1": "x", "ed25519:2": "{{{Public}}}"}, "other.org": {"ed25519:1": "{{{Public}}}"}}""");

        file.Keys.Count.ShouldBe(2);
        file.Problems.Count.ShouldBe(1);
    }

    [Fact]
    public void Read_SigningKey_GivesThePublicKeyOfTheServerThatIsTold()
    {
        KeyFile file = KeyFileReader.Read(Encoding.UTF8.GetBytes($"ed25519 a_1 {Seed}\n"), "signing.key", _library, "example.org");

        file.Problems.ShouldBeEmpty();
        ServerKey key = file.Keys.Single();
        (key.Server, key.KeyId, key.Key.ToString(), key.Source.Kind).ShouldBe(("example.org", "ed25519:a_1", Public, KeySourceKind.SigningKeyFile));
    }

    [Theory]
    [InlineData("ed25519 a_1 SEED", null, KeyProblemKind.NoServer)]
    [InlineData("ed25519 SEED", "example.org", KeyProblemKind.BadSigningKey)]
    [InlineData("ed25519 a_1 SEEDSEED", "example.org", KeyProblemKind.BadSigningKey)]
    [InlineData("ed25519 a-1 SEED", "example.org", KeyProblemKind.BadSigningKey)]
    [InlineData("ed25519:a_1 SEED", "example.org", KeyProblemKind.BadSigningKey)]
    [InlineData("ed25519x a_1 SEED", "example.org", KeyProblemKind.BadSigningKey)]
    public void Read_SigningKeyFaulty_IsSaidWithoutTheSecret(string text, string? server, KeyProblemKind kind)
    {
        KeyFile file = KeyFileReader.Read(Encoding.UTF8.GetBytes(text.Replace("SEED", Seed, StringComparison.Ordinal)), "signing.key", _library, server);

        KeyProblem problem = file.Problems.Single();
        problem.Kind.ShouldBe(kind);
        string told = problem.ToString() + problem.What + problem.Remedy;
        told.ShouldNotContain(Seed[..8]);
        file.Keys.ShouldBeEmpty();
    }

    [Fact]
    public void Read_SigningKeyAndNoLibrary_SaysWhatToInstall()
    {
        KeyFile file = KeyFileReader.Read(Encoding.UTF8.GetBytes($"ed25519 a_1 {Seed}"), "signing.key", null, "example.org");

        file.Problems.Single().Kind.ShouldBe(KeyProblemKind.NoLibrary);
        file.Problems.Single().Remedy.ShouldContain("libsodium23");
    }

    [Fact]
    public void Read_BytesOfAllSorts_NeverThrows()
    {
        var random = new Random(7);
        byte[] answer = Encoding.UTF8.GetBytes($"{{\"server_keys\":[{SignedAnswer().ToJsonString()}]}}");
        for (int i = 0; i < 3000; i++)
        {
            byte[] bytes = [.. answer.AsSpan(0, i % 3 == 0 ? random.Next(answer.Length) : answer.Length)];
            for (int turned = random.Next(4); turned > 0 && bytes.Length > 0; turned--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            KeyFile file = KeyFileReader.Read(bytes, "keys.json", _library, "example.org");

            (file.Keys.Count + file.Problems.Count).ShouldBeGreaterThan(0);
        }
    }

    private KeyFile Read(string json) => KeyFileReader.Read(Encoding.UTF8.GetBytes(json), "keys.json", _library);

    private JsonObject SignedAnswer()
    {
        JsonObject answer = JsonNode.Parse($$$"""
            {"server_name": "example.org", "verify_keys": {"ed25519:1": {"key": "{{{Public}}}"}},
             "old_verify_keys": {"ed25519:0ldk3y": {"expired_ts": 1532645052628, "key": "{{{Public}}}"}},
             "valid_until_ts": 1652262000000}
            """)!.AsObject();
        var writer = new CanonicalJsonWriter();
        SignedJson.TryWrite(DocumentReader.Read(Encoding.UTF8.GetBytes(answer.ToJsonString()), DocumentEncoding.Json).Root, writer);
        using Ed25519SecretKey secret = _library.KeyFromSeed(Convert.FromBase64String(Seed + "="));
        byte[] signature = new byte[64];
        secret.Sign(writer.Written, signature);
        answer["signatures"] = new JsonObject { ["example.org"] = new JsonObject { ["ed25519:1"] = Convert.ToBase64String(signature).TrimEnd('=') } };
        return answer;
    }
}
