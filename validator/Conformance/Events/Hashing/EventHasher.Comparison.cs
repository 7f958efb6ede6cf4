using System.Security.Cryptography;
using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Hashing;

/// <content>The content hash that an event states, against the one that follows from it.</content>
internal sealed partial class EventHasher
{
    /// <summary>Compares the hash in <c>hashes.sha256</c> with <see cref="ContentHash"/>.</summary>
    public ContentHashState CompareContentHash()
    {
        Node stated = _event[EventField.Hashes].Get("sha256"u8);
        if (stated.Kind != NodeKind.Text || !IsExact)
        {
            return ContentHashState.Unknown;
        }

        Span<byte> text = stackalloc byte[UnpaddedBase64.HashLength];
        UnpaddedBase64.EncodeHash(_contentHash, text, urlSafe: false);
        if (stated.Utf8.SequenceEqual(text) || Decodes(stated.Utf8))
        {
            return ContentHashState.Fits;
        }

        return IsRedactedForm() ? ContentHashState.RedactedCopy : ContentHashState.Differs;
    }

    private bool Decodes(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return text.Length is >= UnpaddedBase64.HashLength and <= UnpaddedBase64.HashLength + 2
            && UnpaddedBase64.TryDecode(text, hash, out int length) && length == hash.Length && hash.SequenceEqual(_contentHash);
    }
}
