using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;

namespace Conformance.Signatures;

/// <summary>
/// Checks the signatures of events (Server-Server API, Validating hashes and signatures on received events; Appendices, Checking for
/// a Signature): of each server that must have signed, all signatures by known keys that were in use must be good, and there must
/// be one. Any number of threads, each with a verdict and a hasher of its own.
/// </summary>
/// <param name="keys">The keys that are known.</param>
/// <param name="library">Verifies; null when the system has none.</param>
/// <param name="verified">Remembers good signatures; one for all checkers of a run.</param>
/// <param name="checksOthers">Whether signatures that nothing asks for are verified too.</param>
internal sealed partial class EventSignatureChecker(KeyRing keys, Ed25519Library? library, VerifiedSignatures verified, bool checksOthers = true)
{
    /// <summary>Checks an event that has been hashed: what signatures cover is the form that the reference hash covers.</summary>
    /// <param name="view">The event.</param>
    /// <param name="version">The version of its room.</param>
    /// <param name="hasher">Holds the event's forms and hashes.</param>
    /// <param name="content">How content and content hash go together.</param>
    /// <param name="verdict">Takes what is found.</param>
    public void Check(EventView view, RoomVersion version, EventHasher hasher, ContentHashState content, EventSignatureVerdict verdict)
    {
        if (version.EventIds == EventIdForm.Field)
        {
            hasher.HashReference();
        }

        Node time = view[EventField.OriginServerTs];
        long? originServerTs = time.Kind == NodeKind.Integer && (time.Flags & NodeFlags.BigInteger) == 0 ? time.Int64Value : null;
        var signed = new SignedEvent(view, version, hasher, originServerTs, content == ContentHashState.RedactedCopy);
        verdict.Clear();
        CheckRequired(signed, verdict);
        if (checksOthers)
        {
            CheckOthers(signed, verdict);
        }
    }

    /// <summary>
    /// Checks an event by itself, hashing it first. An <c>event_id</c> where IDs are hashes, and the <c>room_id</c> of a create event that
    /// gives the room its ID, are taken for additions of an export.
    /// </summary>
    /// <param name="document">A document that holds nothing but the event.</param>
    /// <param name="version">The version of its room.</param>
    /// <param name="verdict">Takes what is found.</param>
    public void Check(Document document, RoomVersion version, EventSignatureVerdict verdict)
    {
        verdict.Clear();
        var view = new EventView();
        var hasher = new EventHasher();
        if (document.Root.Kind == NodeKind.Map && !document.FaultKinds.Overlaps(EventChecker.Harmful))
        {
            view.Load(document);
            uint added = version.EventIds != EventIdForm.Field ? EventFields.Set(EventField.EventId) : 0;
            added |= version.RoomIds == RoomIdForm.CreateEventHash && EventTypes.IsCreate(view) ? EventFields.Set(EventField.RoomId) : 0;
            if (view.KindOf(EventField.Content) == NodeKind.Map && view.KindOf(EventField.Type) == NodeKind.Text)
            {
                hasher.Hash(view, version, view.Fields & added);
                if (hasher.IsExact)
                {
                    Check(view, version, hasher, hasher.CompareContentHash(), verdict);
                    return;
                }
            }
        }

        verdict.Add(new SignerVerdict(SignerRole.Sender, SignatureStatus.NoSignedForm, true, default, document.Root, null));
    }

    /// <summary>Checks the signatures of one server.</summary>
    private SignerVerdict Judge(in SignedEvent signed, SignerVerdict signer, Node signatures, EventSignatureVerdict verdict)
    {
        ReadOnlySpan<byte> server = signer.Server;
        if (!signatures.Exists)
        {
            return signer with { Status = SignatureStatus.Missing };
        }

        if (signatures.Kind != NodeKind.Map)
        {
            return signer with { Status = SignatureStatus.Malformed, At = signatures };
        }

        SignerVerdict result = signer with { Status = SignatureStatus.Missing, At = signatures };
        foreach (ServerKey key in keys.KeysOf(server))
        {
            Node signature = LastOf(signatures, key.KeyIdUtf8);
            if (!signature.Exists)
            {
                continue;
            }

            SignerVerdict judged = signer with { Status = StatusUnder(signed, key, signature), At = signature, Key = key };
            if (judged.Status == SignatureStatus.Valid)
            {
                verdict.CountGood();
            }
            else if (judged.Status is SignatureStatus.Invalid or SignatureStatus.Malformed)
            {
                return judged;
            }

            // A good signature is enough; of keys that say nothing, one that might yet be known outweighs one that is out of use.
            if (Rank(judged.Status) > Rank(result.Status))
            {
                result = judged;
            }
        }

        return Rank(result.Status) > Rank(SignatureStatus.UnknownKey) ? result : WithoutKey(signatures, server, result);
    }

    /// <summary>What signatures by keys that aren't known make of a server whose known keys leave the matter open.</summary>
    private SignerVerdict WithoutKey(Node signatures, ReadOnlySpan<byte> server, SignerVerdict result)
    {
        foreach ((Node id, Node _) in signatures.Members())
        {
            SignatureStatus status = id.Kind != NodeKind.Text ? SignatureStatus.Missing
                : !id.Utf8.StartsWith("ed25519:"u8) ? SignatureStatus.UnknownAlgorithm
                : id.TextEquals("ed25519:policy_server"u8) || keys.Find(server, id.Utf8) is not null ? SignatureStatus.Missing
                : SignatureStatus.UnknownKey;
            if (Rank(status) > Rank(result.Status))
            {
                result = result with { Status = status, At = id, Key = null };
            }
        }

        return result;
    }

    private SignatureStatus StatusUnder(in SignedEvent signed, ServerKey key, Node signature)
    {
        switch (key.StandingAt(signed.OriginServerTs, signed.Version))
        {
            case KeyStanding.Retired:
                return SignatureStatus.ExpiredKey;
            case KeyStanding.Lapsed:
                return SignatureStatus.LapsedKey;
            case KeyStanding.NoTime:
                return SignatureStatus.Malformed;
        }

        Span<byte> bytes = stackalloc byte[Ed25519Library.SignatureLength];
        if (!SignatureText.TryDecode(signature, bytes))
        {
            return SignatureStatus.Malformed;
        }

        if (library is null)
        {
            return SignatureStatus.NoLibrary;
        }

        Digest digest = VerifiedSignatures.DigestOf(signed.Hasher.ReferenceHash, key.Key.Bytes, bytes);
        if (verified.Contains(digest))
        {
            return SignatureStatus.Valid;
        }

        if (!library.Verify(key.Key, signed.Hasher.RedactedForm, bytes))
        {
            return SignatureStatus.Invalid;
        }

        verified.Add(digest);
        return SignatureStatus.Valid;
    }

    /// <summary>Which of two findings about keys of one server stands, other than those that end the matter.</summary>
    private static int Rank(SignatureStatus status) => status switch
    {
        SignatureStatus.Valid => 6,
        SignatureStatus.NoLibrary => 5,
        SignatureStatus.UnknownKey => 4,
        SignatureStatus.LapsedKey => 3,
        SignatureStatus.ExpiredKey => 2,
        SignatureStatus.UnknownAlgorithm => 1,
        _ => 0,
    };

    /// <summary>The last value under a name, which is the one that counts for servers.</summary>
    private static Node LastOf(Node map, ReadOnlySpan<byte> name)
    {
        if (map.Kind != NodeKind.Map || (map.Flags & NodeFlags.DuplicateKeys) == 0)
        {
            return map.Get(name);
        }

        Node last = default;
        foreach ((Node key, Node value) in map.Members())
        {
            if (key.TextEquals(name))
            {
                last = value;
            }
        }

        return last;
    }

    /// <summary>An event with all that its signatures are checked by.</summary>
    private readonly record struct SignedEvent(
        EventView Event, RoomVersion Version, EventHasher Hasher, long? OriginServerTs, bool IsRedactedCopy);
}
