using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Events.Hashing;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Conformance.Rooms.Store;
using Conformance.Signatures;

namespace Conformance.Rooms.Facts;

/// <summary>Reads from the contents of events what the rules ask for.</summary>
/// <param name="room">The room that the events are added to.</param>
internal sealed class FactsReader(RoomEvents room)
{
    private const int MaxKeys = 256;

    private readonly PowerLevelReader _levels = new(room.Texts, room.Version.PowerLevels);

    /// <summary>Tells a membership.</summary>
    public static Membership Membership(Node node) => node.Kind switch
    {
        NodeKind.None => Store.Membership.None,
        NodeKind.Text => node.Utf8 switch
        {
            var text when text.SequenceEqual("join"u8) => Store.Membership.Join,
            var text when text.SequenceEqual("leave"u8) => Store.Membership.Leave,
            var text when text.SequenceEqual("invite"u8) => Store.Membership.Invite,
            var text when text.SequenceEqual("ban"u8) => Store.Membership.Ban,
            var text when text.SequenceEqual("knock"u8) => Store.Membership.Knock,
            _ => Store.Membership.Unknown,
        },
        _ => Store.Membership.Unknown,
    };

    /// <summary>Tells a join rule.</summary>
    public static JoinRule JoinRule(Node node) => node.Kind switch
    {
        NodeKind.None => Store.JoinRule.Invite,
        NodeKind.Text => node.Utf8 switch
        {
            var text when text.SequenceEqual("public"u8) => Store.JoinRule.Public,
            var text when text.SequenceEqual("invite"u8) => Store.JoinRule.Invite,
            var text when text.SequenceEqual("knock"u8) => Store.JoinRule.Knock,
            var text when text.SequenceEqual("restricted"u8) => Store.JoinRule.Restricted,
            var text when text.SequenceEqual("knock_restricted"u8) => Store.JoinRule.KnockRestricted,
            _ => Store.JoinRule.Unknown,
        },
        _ => Store.JoinRule.Unknown,
    };

    /// <summary>Reads power levels.</summary>
    public PowerLevels PowerLevels(EventContent content) => _levels.Read(content);

    /// <summary>Reads a create event.</summary>
    public CreateContent Create(EventContent content)
    {
        Node creator = content.Get("creator"u8);
        Node version = content.Get("room_version"u8);
        bool versionKnown = !version.Exists || (version.Kind == NodeKind.Text && RoomVersions.Find(version.Utf8) is not null);
        Node additional = content.Get("additional_creators"u8);
        bool valid = additional.Kind is NodeKind.None or NodeKind.Array;
        var creators = new List<int>();
        foreach (Node user in additional.Elements())
        {
            if (user.Kind == NodeKind.Text && UserId.Check(user.Utf8) == IdentifierFault.None)
            {
                creators.Add(room.Texts.Add(user.Utf8));
            }
            else
            {
                valid = false;
            }
        }

        return new CreateContent(
            creator.Exists,
            creator.Kind == NodeKind.Text ? room.Texts.Add(creator.Utf8) : -1,
            versionKnown,
            content.Get("m.federate"u8).Kind != NodeKind.False,
            valid,
            [.. creators]);
    }

    /// <summary>Reads an invite that follows from an invitation by e-mail address or telephone number.</summary>
    public MemberFacts Member(EventContent content)
    {
        Node user = content.Get("join_authorised_via_users_server"u8);
        int authorisingUser = !user.Exists ? -1 : room.Texts.Add(user.Kind == NodeKind.Text ? user.Utf8 : default);
        return new MemberFacts(authorisingUser, Proof(content.Get("third_party_invite"u8), content.IsLenient));
    }

    /// <summary>Reads an invitation by e-mail address or telephone number.</summary>
    public static ThirdPartyInviteFacts ThirdPartyInvite(EventContent content)
    {
        var keys = new List<byte[]>();
        AddKey(content.Get("public_key"u8), keys);
        foreach (Node entry in content.Get("public_keys"u8).Elements())
        {
            AddKey(EventContent.Last(entry, "public_key"u8), keys);
        }

        return new ThirdPartyInviteFacts(keys);
    }

    private static void AddKey(Node key, List<byte[]> keys)
    {
        if (key.Kind == NodeKind.Text && keys.Count < MaxKeys && Decode(key.Utf8, 32) is { } bytes)
        {
            keys.Add(bytes);
        }
    }

    private static byte[]? Decode(ReadOnlySpan<byte> text, int length)
    {
        byte[] bytes = new byte[length];
        return text.Length <= 4 * length && UnpaddedBase64.TryDecode(text, bytes, out int read) && read == length ? bytes : null;
    }

    private ThirdPartyProof? Proof(Node invite, bool lenient)
    {
        Node signed = EventContent.Last(invite, "signed"u8);
        if (signed.Kind != NodeKind.Map)
        {
            return null;
        }

        Node user = EventContent.Last(signed, "mxid"u8);
        Node token = EventContent.Last(signed, "token"u8);
        var signatures = new List<byte[]>();
        foreach ((_, Node byServer) in EventContent.Last(signed, "signatures"u8).Members())
        {
            foreach ((Node keyId, Node signature) in byServer.Members())
            {
                if (keyId.Kind == NodeKind.Text && keyId.Utf8.StartsWith("ed25519:"u8) && signature.Kind == NodeKind.Text
                    && signatures.Count < MaxKeys && Decode(signature.Utf8, 64) is { } bytes)
                {
                    signatures.Add(bytes);
                }
            }
        }

        return new ThirdPartyProof(
            user.Kind == NodeKind.Text ? room.Texts.Add(user.Utf8) : -1,
            token.Kind == NodeKind.Text ? room.Texts.Add(token.Utf8) : -1,
            SignedForm(signed, lenient),
            signatures);
    }

    private static byte[] SignedForm(Node signed, bool lenient)
    {
        var writer = new CanonicalJsonWriter();
        return SignedJson.TryWrite(signed, writer, lenient) ? writer.Written.ToArray() : [];
    }
}
