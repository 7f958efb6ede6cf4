using Conformance.Rooms.Facts;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Authorisation;

/// <content>Members: joins and invites.</content>
internal sealed partial class AuthRules
{
    /// <summary>The most signatures that are verified for one invite; with more it is undetermined.</summary>
    public const int MaxVerifications = 64;

    private readonly Dictionary<(int Invite, int Invitation), AuthRule> _proofs = [];

    private AuthVerdict CheckJoin(int index, int target, IAuthState state, in Powers powers)
    {
        ReadOnlySpan<int> prev = room.PrevEvents(index);
        if (prev.Length == 1 && room.Has(prev[0], RoomEventFlags.Create) && target == powers.Founder)
        {
            _evidence.Add(prev[0]);
            return Allowed(AuthRule.JoinFirst);
        }

        int sender = room.SenderOf(index);
        if (sender != target)
        {
            return Refused(AuthRule.JoinSenderNotTarget);
        }

        Membership own = MembershipOf(sender, state);
        if (own == Membership.Ban)
        {
            return Refused(AuthRule.JoinBanned);
        }

        JoinRule rule = JoinRuleOf(state);
        bool member = own is Membership.Join or Membership.Invite;
        switch (rule)
        {
            case JoinRule.Invite:
            case JoinRule.Knock when _rules.HasKnocking:
                return member ? Allowed(AuthRule.JoinInvited) : Refused(AuthRule.JoinNotInvited);
            case JoinRule.Restricted when _rules.HasRestricted:
            case JoinRule.KnockRestricted when _rules.HasKnockRestricted:
                return member ? Allowed(AuthRule.JoinRestrictedMember) : CheckAuthoriser(index, state, powers);
            case JoinRule.Public:
                return Allowed(AuthRule.JoinPublic);
            default:
                return Refused(AuthRule.JoinRuleUnknown);
        }
    }

    private AuthVerdict CheckAuthoriser(int index, IAuthState state, in Powers powers)
    {
        int authoriser = room.AuthorisingUserOf(index);
        _evidence.Add(powers.Event);
        return authoriser >= 0 && MembershipOf(authoriser, state) == Membership.Join && powers.Of(authoriser) >= powers.Invite
            ? Allowed(AuthRule.JoinAuthorised)
            : Refused(AuthRule.JoinAuthoriser);
    }

    private AuthVerdict CheckInvite(int index, int target, IAuthState state, in Powers powers)
    {
        if (room.Has(index, RoomEventFlags.ThirdParty))
        {
            return CheckThirdParty(index, target, state);
        }

        int sender = room.SenderOf(index);
        if (MembershipOf(sender, state) != Membership.Join)
        {
            return Refused(AuthRule.InviteSenderNotJoined);
        }

        if (MembershipOf(target, state) is Membership.Join or Membership.Ban)
        {
            return Refused(AuthRule.InviteTargetMember);
        }

        _evidence.Add(powers.Event);
        return powers.Of(sender) >= powers.Invite ? Allowed(AuthRule.InviteAllowed) : Refused(AuthRule.InviteLevel);
    }

    private AuthVerdict CheckThirdParty(int index, int target, IAuthState state)
    {
        if (MembershipOf(target, state) == Membership.Ban)
        {
            return Refused(AuthRule.InviteThirdPartyBanned);
        }

        if (room.FactsOf<MemberFacts>(index)?.Proof is not { } proof)
        {
            return Refused(AuthRule.InviteThirdPartyNoSigned);
        }

        if (proof.UserId < 0 || proof.Token < 0)
        {
            return Refused(AuthRule.InviteThirdPartyIncomplete);
        }

        if (proof.UserId != target)
        {
            return Refused(AuthRule.InviteThirdPartyOtherUser);
        }

        int invitation = state[room.Slots.Find(room.Known.ThirdPartyInvite, proof.Token)];
        if (invitation < 0 || room.FactsOf<ThirdPartyInviteFacts>(invitation) is not { } facts)
        {
            return Refused(AuthRule.InviteThirdPartyUnknownToken);
        }

        _evidence.Add(invitation);
        if (room.SenderOf(invitation) != room.SenderOf(index))
        {
            return Refused(AuthRule.InviteThirdPartyOtherSender);
        }

        if (!_proofs.TryGetValue((index, invitation), out AuthRule rule))
        {
            rule = CheckProof(proof, facts);
            _proofs.Add((index, invitation), rule);
        }

        return rule switch
        {
            AuthRule.InviteThirdPartySigned => Allowed(rule),
            AuthRule.InviteThirdPartyNotSigned => Refused(rule),
            _ => Undetermined(rule),
        };
    }

    private AuthRule CheckProof(ThirdPartyProof proof, ThirdPartyInviteFacts invitation)
    {
        if (proof.Signatures.Count == 0 || invitation.PublicKeys.Count == 0 || proof.Message.Length == 0)
        {
            return AuthRule.InviteThirdPartyNotSigned;
        }

        if (thirdParty is null)
        {
            return AuthRule.InviteThirdPartyUnverified;
        }

        int left = MaxVerifications;
        foreach (byte[] key in invitation.PublicKeys)
        {
            foreach (byte[] signature in proof.Signatures)
            {
                if (left-- == 0)
                {
                    return AuthRule.InviteThirdPartyUnverified;
                }

                if (thirdParty(key, proof.Message, signature))
                {
                    return AuthRule.InviteThirdPartySigned;
                }
            }
        }

        return AuthRule.InviteThirdPartyNotSigned;
    }
}
