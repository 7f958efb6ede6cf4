using System.Security.Cryptography;
using Conformance.Documents;
using Conformance.Events.Hashing;

namespace Conformance.Events.Rules;

/// <summary>The hash of a reference is 32 bytes in Base64.</summary>
internal static class EVT027
{
    private const string Id = nameof(EVT027);

    public static void Check(EventVisit visit, Node hash)
    {
        if ((hash.Kind != NodeKind.Text || !IsHash(hash.Utf8)) && visit.Wants(Id))
        {
            visit.Report(Id, hash, ("value", hash.Kind == NodeKind.Text ? hash.AsString() : Kinds.Name(hash.Kind)));
        }
    }

    private static bool IsHash(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return UnpaddedBase64.TryDecode(text, hash, out int length) && length == hash.Length;
    }
}
