using Conformance.Documents;
using Conformance.Events.Hashing;
using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures;

/// <summary>
/// Signatures as text: 64 bytes in unpadded Base64. Read as servers read it, so padding and the URL-safe alphabet don't make a good
/// signature bad; the rules on the format of events report them.
/// </summary>
internal static class SignatureText
{
    private const int Characters = 86;

    /// <summary>Reads a signature.</summary>
    /// <param name="node">What stands in its place.</param>
    /// <param name="signature">Takes 64 bytes.</param>
    /// <returns>False when it is no text, no Base64, or not 64 bytes.</returns>
    public static bool TryDecode(Node node, Span<byte> signature) =>
        node.Kind == NodeKind.Text
        && node.Utf8.Length is >= Characters and <= Characters + 2
        && UnpaddedBase64.TryDecode(node.Utf8, signature, out int length) && length == Ed25519Library.SignatureLength;
}
