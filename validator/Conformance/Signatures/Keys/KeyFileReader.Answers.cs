using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Events.Hashing;
using Conformance.Events.Identifiers;
using Conformance.Findings;
using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures.Keys;

/// <content>Answers about keys (Server-Server API, Publishing Keys, Querying Keys Through Another Server), and single keys.</content>
internal sealed partial class KeyFileReader
{
    private const long MaxTime = (1L << 53) - 1;

    /// <summary>Keys of one answer by which its own signature is looked for. Servers have a handful.</summary>
    private const int MaxSigningKeys = 64;

    private void ReadAnswer(Node answer, KeySourceKind kind, string? standsUnder, string at)
    {
        Node name = answer.Get("server_name"u8);
        Node verifyKeys = answer.Get("verify_keys"u8);
        Node validUntil = answer.Get("valid_until_ts"u8);
        if (name.Kind != NodeKind.Text || verifyKeys.Kind != NodeKind.Map || !validUntil.Exists)
        {
            Report(
                KeyProblemKind.IncompleteAnswer,
                answer,
                name.Kind != NodeKind.Text ? "server_name" : verifyKeys.Kind != NodeKind.Map ? "verify_keys" : "valid_until_ts");
            return;
        }

        string server = name.AsString()!;
        if (ServerName.Check(name.Utf8) != IdentifierFault.None)
        {
            Report(KeyProblemKind.BadServerName, name, Quoting.Safe(server));
            return;
        }

        if (standsUnder is not null && !string.Equals(server, standsUnder, StringComparison.Ordinal))
        {
            Report(KeyProblemKind.AnotherServer, name, Quoting.Safe(server));
            return;
        }

        List<ServerKey> keys = [];
        var source = new KeySource(kind, _file);
        Time until = ReadTime(answer, "valid_until_ts"u8);
        foreach ((Node id, Node key) in verifyKeys.Members())
        {
            ReadKey(server, at + "/verify_keys", id, key, source, until, default, keys);
        }

        AnswerSignature signature = CheckSignature(answer, keys);
        _answers.Add(new KeyAnswer(Quoting.Safe(server), Quoting.Safe(at), signature));
        if (signature == AnswerSignature.Invalid)
        {
            Report(KeyProblemKind.BadSelfSignature, answer, Quoting.Safe(server));
            return;
        }

        if (signature == AnswerSignature.Missing)
        {
            Report(KeyProblemKind.NoSelfSignature, answer, Quoting.Safe(server));
        }

        foreach ((Node id, Node key) in answer.Get("old_verify_keys"u8).Members())
        {
            ReadKey(server, at + "/old_verify_keys", id, key, source, default, ReadTime(key, "expired_ts"u8) is { IsGiven: true } time ? time : Time.Bad, keys);
        }

        _keys.AddRange(keys);
    }

    /// <summary>Checks the server's own signatures; keys that have a problem have been left out.</summary>
    private AnswerSignature CheckSignature(Node answer, List<ServerKey> verifyKeys)
    {
        if (_library is null)
        {
            return AnswerSignature.NotChecked;
        }

        Node signatures = answer.Get("signatures"u8).Get(answer.Get("server_name"u8).Utf8);
        var writer = new CanonicalJsonWriter();
        bool hasForm = SignedJson.TryWrite(answer, writer);
        Span<byte> bytes = stackalloc byte[Ed25519Library.SignatureLength];
        AnswerSignature result = AnswerSignature.Missing;
        foreach (ServerKey key in verifyKeys.Take(MaxSigningKeys))
        {
            Node signature = signatures.Get(key.KeyIdUtf8);
            if (!signature.Exists)
            {
                continue;
            }

            if (!hasForm || !SignatureText.TryDecode(signature, bytes) || !_library.Verify(key.Key, writer.Written, bytes))
            {
                return AnswerSignature.Invalid;
            }

            result = AnswerSignature.Valid;
        }

        return result;
    }

    private void ReadKey(string server, string at, Node id, Node key, KeySource source, Time validUntil, Time expired, List<ServerKey> into)
    {
        Node text = key.Kind == NodeKind.Map ? key.Get("key"u8) : key;
        string subject = Quoting.Safe(id.Utf8);
        Span<byte> bytes = stackalloc byte[Ed25519PublicKey.Length];
        if (KeyId.Check(id.Utf8) != IdentifierFault.None)
        {
            Report(KeyProblemKind.BadKeyId, key, subject);
        }
        else if (!KeyId.IsEd25519(id.Utf8))
        {
            Report(KeyProblemKind.UnknownAlgorithm, key, subject);
        }
        else if (text.Kind != NodeKind.Text)
        {
            Report(KeyProblemKind.NotAKey, key, subject);
        }
        else if (text.Utf8.Length is < UnpaddedBase64.HashLength or > UnpaddedBase64.HashLength + 1
            || !UnpaddedBase64.TryDecode(text.Utf8, bytes, out int length) || length != bytes.Length)
        {
            Report(KeyProblemKind.BadKey, text, subject);
        }
        else if (new Ed25519PublicKey(bytes) is { IsSound: false })
        {
            Report(KeyProblemKind.UnsoundKey, text, subject);
        }
        else if (validUntil.IsBad || expired.IsBad)
        {
            Report(KeyProblemKind.BadTime, key, validUntil.IsBad ? "valid_until_ts" : "expired_ts");
        }
        else
        {
            var read = new ServerKey(server, id.AsString()!, new Ed25519PublicKey(bytes), validUntil.Value, expired.Value, source);
            into.Add(_isItem ? read with { Pointer = Quoting.Safe($"{at}/{NodePointer.Escape(read.KeyId)}"), Offset = key.Offset } : read);
        }
    }

    private static Time ReadTime(Node map, ReadOnlySpan<byte> name)
    {
        Node time = map.Get(name);
        return !time.Exists ? default
            : time.Kind == NodeKind.Integer && (time.Flags & NodeFlags.BigInteger) == 0 && time.Int64Value is >= 0 and <= MaxTime ? new Time(time.Int64Value, false)
            : Time.Bad;
    }

    /// <summary>A time as it stands in a file: none, milliseconds since 1970, or something else.</summary>
    private readonly record struct Time(long? Value, bool IsBad)
    {
        public static Time Bad => new(null, true);

        public bool IsGiven => IsBad || Value is not null;
    }
}
