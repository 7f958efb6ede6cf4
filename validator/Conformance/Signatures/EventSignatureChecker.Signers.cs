using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;

namespace Conformance.Signatures;

/// <content>Who must have signed an event.</content>
internal sealed partial class EventSignatureChecker
{
    // Honest events have one or two signatures; what is not needed shall not take long.
    private const int MaxOthers = 16;

    private void CheckRequired(in SignedEvent signed, EventSignatureVerdict verdict)
    {
        Node sender = signed.Event[EventField.Sender];
        bool isMember = signed.Event.TextOf(EventField.Type).SequenceEqual("m.room.member"u8);
        Node content = signed.Event[EventField.Content];
        bool isInvite = isMember && LastOf(content, "membership"u8).TextEquals("invite"u8);

        // The server that sends such an invitation need not be the sender's.
        bool isThirdPartyInvite = isInvite && LastOf(content, "third_party_invite"u8).Exists;
        if (!isThirdPartyInvite)
        {
            SignerVerdict judged = Require(signed, SignerRole.Sender, sender, counts: true, verdict);
            if (judged.Status == SignatureStatus.Missing && isInvite && signed.IsRedactedCopy && !KeepsThirdPartyInvite(signed.Version))
            {
                judged = judged with { Status = SignatureStatus.MissingInRedactedCopy };
            }

            verdict.Add(judged);
        }

        ReadOnlySpan<byte> senderServer = ServerOf(sender);
        if (signed.Version.EventIdServerSigns)
        {
            Node eventId = signed.Event[EventField.EventId];
            if (senderServer.IsEmpty || !ServerOf(eventId).SequenceEqual(senderServer))
            {
                verdict.Add(Require(signed, SignerRole.EventId, eventId, counts: true, verdict));
            }
        }

        if (signed.Version.AuthorisingServerSigns && isMember && LastOf(content, "join_authorised_via_users_server"u8) is { Exists: true } authoriser
            && (isThirdPartyInvite || senderServer.IsEmpty || !ServerOf(authoriser).SequenceEqual(senderServer)))
        {
            // The specification asks for it whatever the membership; servers ask for it when a user joins.
            bool isJoin = LastOf(content, "membership"u8).TextEquals("join"u8);
            verdict.Add(Require(signed, SignerRole.AuthorisingUser, authoriser, isJoin, verdict));
        }
    }

    private SignerVerdict Require(in SignedEvent signed, SignerRole role, Node namedBy, bool counts, EventSignatureVerdict verdict)
    {
        Node at = namedBy.Exists ? namedBy : signed.Event.Root;
        var signer = new SignerVerdict(role, SignatureStatus.Malformed, counts, namedBy, at, null);
        return signer.Server.IsEmpty ? signer : Judge(signed, signer, LastOf(signed.Event[EventField.Signatures], signer.Server), verdict);
    }

    /// <summary>
    /// Checks servers that signed without need, as far as keys of theirs are known. None where a name stands twice, since nothing
    /// depends on it.
    /// </summary>
    private void CheckOthers(in SignedEvent signed, EventSignatureVerdict verdict)
    {
        Node signatures = signed.Event[EventField.Signatures];
        if (signatures.Kind != NodeKind.Map || (signatures.Flags & NodeFlags.DuplicateKeys) != 0)
        {
            return;
        }

        int required = verdict.Signers.Length;
        foreach ((Node name, Node bySelf) in signatures.Members())
        {
            if (name.Kind == NodeKind.Text && !IsAmong(verdict.Signers[..required], name.Utf8) && !keys.KeysOf(name.Utf8).IsEmpty)
            {
                var signer = new SignerVerdict(SignerRole.Other, SignatureStatus.Missing, false, name, name, null);
                verdict.Add(Judge(signed, signer, bySelf, verdict));
                if (verdict.Signers.Length - required == MaxOthers)
                {
                    break;
                }
            }
        }
    }

    private static bool IsAmong(ReadOnlySpan<SignerVerdict> signers, ReadOnlySpan<byte> server)
    {
        foreach (ref readonly SignerVerdict signer in signers)
        {
            if (signer.Server.SequenceEqual(server))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> ServerOf(Node id) => id.Kind == NodeKind.Text ? DomainIdentifier.Server(id.Utf8) : default;

    private static bool KeepsThirdPartyInvite(RoomVersion version)
    {
        RedactedContent? kept = version.Redaction.ContentOf("m.room.member"u8);
        if (kept is null || kept.KeepsAll)
        {
            return kept is not null;
        }

        foreach (RedactedKey key in kept.Keys)
        {
            if (key.Name.AsSpan().SequenceEqual("third_party_invite"u8))
            {
                return true;
            }
        }

        return false;
    }
}
