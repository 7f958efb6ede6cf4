using System.Security.Cryptography;
using Conformance.Documents;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A content hash is 32 bytes in unpadded Base64.</summary>
internal static class HSH004
{
    private const string Id = nameof(HSH004);

    public static void Check(EventVisit visit)
    {
        Node stated = visit.Event[EventField.Hashes].Get("sha256"u8);
        if (!stated.Exists || (stated.Kind == NodeKind.Text && IsHash(stated.Utf8)) || !visit.Wants(Id))
        {
            return;
        }

        visit.Report(Id, stated, ("value", stated.Kind == NodeKind.Text ? stated.AsString() : Kinds.Name(stated.Kind)));
    }

    private static bool IsHash(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return text.Length == UnpaddedBase64.HashLength && !text.ContainsAny((byte)'-', (byte)'_', (byte)'=')
            && UnpaddedBase64.TryDecode(text, hash, out int length) && length == hash.Length;
    }
}
