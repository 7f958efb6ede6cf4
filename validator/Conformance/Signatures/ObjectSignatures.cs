using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Events.Identifiers;
using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures;

/// <summary>
/// Signatures of objects other than events, by keys that are told with them: the <c>signed</c> object of an invite by third-party
/// identifier against the public keys of <c>m.room.third_party_invite</c> (Room versions, authorisation rules on membership).
/// </summary>
internal static class ObjectSignatures
{
    /// <summary>How many verifications one object is worth. Honest ones have a signature or two, and as many keys.</summary>
    public const int MaxVerifications = 64;

    /// <summary>Whether any Ed25519 signature of an object, whoever made it under whatever ID, is good under any of several keys.</summary>
    /// <param name="signed">The object, with its <c>signatures</c>.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="library">Verifies; null when the system has none.</param>
    public static ObjectSignature Check(Node signed, IReadOnlyList<Ed25519PublicKey> keys, Ed25519Library? library)
    {
        Node signatures = signed.Get("signatures"u8);
        if (signatures.Count == 0 || keys.Count == 0)
        {
            return ObjectSignature.NotSigned;
        }

        if (library is null)
        {
            return ObjectSignature.NotChecked;
        }

        var writer = new CanonicalJsonWriter();
        if (!SignedJson.TryWrite(signed, writer))
        {
            return ObjectSignature.NotSigned;
        }

        int left = MaxVerifications;
        Span<byte> signature = stackalloc byte[Ed25519Library.SignatureLength];
        foreach ((Node _, Node ofSigner) in signatures.Members())
        {
            foreach ((Node id, Node text) in ofSigner.Members())
            {
                if (id.Kind != NodeKind.Text || !KeyId.IsEd25519(id.Utf8) || !SignatureText.TryDecode(text, signature))
                {
                    continue;
                }

                foreach (Ed25519PublicKey key in keys)
                {
                    if (left-- == 0)
                    {
                        return ObjectSignature.NotChecked;
                    }

                    if (library.Verify(key, writer.Written, signature))
                    {
                        return ObjectSignature.Signed;
                    }
                }
            }
        }

        return ObjectSignature.NotSigned;
    }
}
