using Conformance.Events.Versions;

namespace Conformance.Rooms.Authorisation;

/// <summary>Short names of rules, and their numbers in the specification's text of each set of rules.</summary>
internal static class AuthRuleNames
{
    /// <summary>A rule's short name, such as <c>member.join.not_invited</c>. Never changes.</summary>
    public static string CodeOf(AuthRule rule) => RowOf(rule).Code;

    /// <summary>
    /// A rule's number, such as <c>4.3.7</c>; empty where the set of rules has it not. The specification numbers two points of the last
    /// set 10.10; the second is 10.11 here.
    /// </summary>
    public static string NumberOf(AuthRule rule, AuthRulesId rules)
    {
        string numbers = RowOf(rule).Numbers;
        int column = (int)rules;
        foreach (Range part in numbers.AsSpan().Split(' '))
        {
            if (column-- == 0)
            {
                string number = numbers[part];
                return number == "-" ? "" : number;
            }
        }

        return "";
    }

    // One column for each set of rules: V1, V3, V6, V7, V8, V10, V11, V12.
    private static (string Code, string Numbers) RowOf(AuthRule rule) => rule switch
    {
        AuthRule.CreateHasPrevEvents => ("create.has_prev_events", "1.1 1.1 1.1 1.1 1.1 1.1 1.1 1.1"),
        AuthRule.CreateRoomIdServer => ("create.room_id_server", "1.2 1.2 1.2 1.2 1.2 1.2 1.2 -"),
        AuthRule.CreateHasRoomId => ("create.has_room_id", "- - - - - - - 1.2"),
        AuthRule.CreateUnknownVersion => ("create.unknown_version", "1.3 1.3 1.3 1.3 1.3 1.3 1.3 1.3"),
        AuthRule.CreateNoCreator => ("create.no_creator", "1.4 1.4 1.4 1.4 1.4 1.4 - -"),
        AuthRule.CreateAdditionalCreators => ("create.additional_creators", "- - - - - - - 1.4"),
        AuthRule.CreateAllowed => ("create.allowed", "1.5 1.5 1.5 1.5 1.5 1.5 1.4 1.5"),
        AuthRule.RoomIdNotCreate => ("room_id.not_create", "- - - - - - - 2"),
        AuthRule.AuthEventsDuplicate => ("auth_events.duplicate", "2.1 2.1 2.1 2.1 2.1 2.1 2.1 3.1"),
        AuthRule.AuthEventsNotSelected => ("auth_events.not_selected", "2.2 2.2 2.2 2.2 2.2 2.2 2.2 3.2"),
        AuthRule.AuthEventsRejected => ("auth_events.rejected", "2.3 2.3 2.3 2.3 2.3 2.3 2.3 3.3"),
        AuthRule.AuthEventsNoCreate => ("auth_events.no_create", "2.4 2.4 2.4 2.4 2.4 2.4 2.4 -"),
        AuthRule.AuthEventsOtherRoom => ("auth_events.other_room", "2.5 2.5 2.5 2.5 2.5 2.5 2.5 3.5"),
        AuthRule.AuthEventsMissing => ("auth_events.missing", "2 2 2 2 2 2 2 3"),
        AuthRule.AuthEventsUndetermined => ("auth_events.undetermined", "2 2 2 2 2 2 2 3"),
        AuthRule.RoomCreateMissing => ("room_id.create_missing", "- - - - - - - 2"),
        AuthRule.EventCircular => ("event.circular", "- - - - - - - -"),
        AuthRule.EventUnreadable => ("event.unreadable", "- - - - - - - -"),
        AuthRule.StateUnknown => ("state.unknown", "- - - - - - - -"),
        AuthRule.FederateOtherServer => ("federate.other_server", "3 3 3 3 3 3 3 4"),
        AuthRule.AliasesNoStateKey => ("aliases.no_state_key", "4.1 4.1 - - - - - -"),
        AuthRule.AliasesOtherServer => ("aliases.other_server", "4.2 4.2 - - - - - -"),
        AuthRule.AliasesAllowed => ("aliases.allowed", "4.3 4.3 - - - - - -"),
        AuthRule.MemberIncomplete => ("member.incomplete", "5.1 5.1 4.1 4.1 4.1 4.1 4.1 5.1"),
        AuthRule.MemberAuthorisingSignature => ("member.authorising_signature", "- - - - 4.2.1 4.2.1 4.2.1 5.2.1"),
        AuthRule.JoinFirst => ("member.join.first", "5.2.1 5.2.1 4.2.1 4.2.1 4.3.1 4.3.1 4.3.1 5.3.1"),
        AuthRule.JoinSenderNotTarget => ("member.join.sender_not_target", "5.2.2 5.2.2 4.2.2 4.2.2 4.3.2 4.3.2 4.3.2 5.3.2"),
        AuthRule.JoinBanned => ("member.join.banned", "5.2.3 5.2.3 4.2.3 4.2.3 4.3.3 4.3.3 4.3.3 5.3.3"),
        AuthRule.JoinInvited => ("member.join.invited", "5.2.4 5.2.4 4.2.4 4.2.4 4.3.4 4.3.4 4.3.4 5.3.4"),
        AuthRule.JoinRestrictedMember => ("member.join.restricted_member", "- - - - 4.3.5.1 4.3.5.1 4.3.5.1 5.3.5.1"),
        AuthRule.JoinAuthoriser => ("member.join.authoriser", "- - - - 4.3.5.2 4.3.5.2 4.3.5.2 5.3.5.2"),
        AuthRule.JoinAuthorised => ("member.join.authorised", "- - - - 4.3.5.3 4.3.5.3 4.3.5.3 5.3.5.3"),
        AuthRule.JoinPublic => ("member.join.public", "5.2.5 5.2.5 4.2.5 4.2.5 4.3.6 4.3.6 4.3.6 5.3.6"),
        AuthRule.JoinNotInvited => ("member.join.not_invited", "5.2.6 5.2.6 4.2.6 4.2.6 4.3.7 4.3.7 4.3.7 5.3.7"),
        AuthRule.JoinRuleUnknown => ("member.join.join_rule", "5.2.6 5.2.6 4.2.6 4.2.6 4.3.7 4.3.7 4.3.7 5.3.7"),
        AuthRule.InviteThirdPartyBanned => ("member.invite.third_party.banned", "5.3.1.1 5.3.1.1 4.3.1.1 4.3.1.1 4.4.1.1 4.4.1.1 4.4.1.1 5.4.1.1"),
        AuthRule.InviteThirdPartyNoSigned => ("member.invite.third_party.no_signed", "5.3.1.2 5.3.1.2 4.3.1.2 4.3.1.2 4.4.1.2 4.4.1.2 4.4.1.2 5.4.1.2"),
        AuthRule.InviteThirdPartyIncomplete => ("member.invite.third_party.incomplete", "5.3.1.3 5.3.1.3 4.3.1.3 4.3.1.3 4.4.1.3 4.4.1.3 4.4.1.3 5.4.1.3"),
        AuthRule.InviteThirdPartyOtherUser => ("member.invite.third_party.other_user", "5.3.1.4 5.3.1.4 4.3.1.4 4.3.1.4 4.4.1.4 4.4.1.4 4.4.1.4 5.4.1.4"),
        AuthRule.InviteThirdPartyUnknownToken => ("member.invite.third_party.unknown_token", "5.3.1.5 5.3.1.5 4.3.1.5 4.3.1.5 4.4.1.5 4.4.1.5 4.4.1.5 5.4.1.5"),
        AuthRule.InviteThirdPartyOtherSender => ("member.invite.third_party.other_sender", "5.3.1.6 5.3.1.6 4.3.1.6 4.3.1.6 4.4.1.6 4.4.1.6 4.4.1.6 5.4.1.6"),
        AuthRule.InviteThirdPartySigned => ("member.invite.third_party.signed", "5.3.1.7 5.3.1.7 4.3.1.7 4.3.1.7 4.4.1.7 4.4.1.7 4.4.1.7 5.4.1.7"),
        AuthRule.InviteThirdPartyNotSigned => ("member.invite.third_party.not_signed", "5.3.1.8 5.3.1.8 4.3.1.8 4.3.1.8 4.4.1.8 4.4.1.8 4.4.1.8 5.4.1.8"),
        AuthRule.InviteThirdPartyUnverified => ("member.invite.third_party.unverified", "5.3.1.7 5.3.1.7 4.3.1.7 4.3.1.7 4.4.1.7 4.4.1.7 4.4.1.7 5.4.1.7"),
        AuthRule.InviteSenderNotJoined => ("member.invite.sender_not_joined", "5.3.2 5.3.2 4.3.2 4.3.2 4.4.2 4.4.2 4.4.2 5.4.2"),
        AuthRule.InviteTargetMember => ("member.invite.target_joined_or_banned", "5.3.3 5.3.3 4.3.3 4.3.3 4.4.3 4.4.3 4.4.3 5.4.3"),
        AuthRule.InviteAllowed => ("member.invite.allowed", "5.3.4 5.3.4 4.3.4 4.3.4 4.4.4 4.4.4 4.4.4 5.4.4"),
        AuthRule.InviteLevel => ("member.invite.level", "5.3.5 5.3.5 4.3.5 4.3.5 4.4.5 4.4.5 4.4.5 5.4.5"),
        AuthRule.LeaveOwn => ("member.leave.own", "5.4.1 5.4.1 4.4.1 4.4.1 4.5.1 4.5.1 4.5.1 5.5.1"),
        AuthRule.LeaveNotMember => ("member.leave.not_member", "5.4.1 5.4.1 4.4.1 4.4.1 4.5.1 4.5.1 4.5.1 5.5.1"),
        AuthRule.LeaveSenderNotJoined => ("member.leave.sender_not_joined", "5.4.2 5.4.2 4.4.2 4.4.2 4.5.2 4.5.2 4.5.2 5.5.2"),
        AuthRule.LeaveUnbanLevel => ("member.leave.unban_level", "5.4.3 5.4.3 4.4.3 4.4.3 4.5.3 4.5.3 4.5.3 5.5.3"),
        AuthRule.LeaveKick => ("member.leave.kick", "5.4.4 5.4.4 4.4.4 4.4.4 4.5.4 4.5.4 4.5.4 5.5.4"),
        AuthRule.LeaveKickLevel => ("member.leave.kick_level", "5.4.5 5.4.5 4.4.5 4.4.5 4.5.5 4.5.5 4.5.5 5.5.5"),
        AuthRule.LeaveTargetLevel => ("member.leave.target_level", "5.4.5 5.4.5 4.4.5 4.4.5 4.5.5 4.5.5 4.5.5 5.5.5"),
        AuthRule.BanSenderNotJoined => ("member.ban.sender_not_joined", "5.5.1 5.5.1 4.5.1 4.5.1 4.6.1 4.6.1 4.6.1 5.6.1"),
        AuthRule.BanAllowed => ("member.ban.allowed", "5.5.2 5.5.2 4.5.2 4.5.2 4.6.2 4.6.2 4.6.2 5.6.2"),
        AuthRule.BanLevel => ("member.ban.level", "5.5.3 5.5.3 4.5.3 4.5.3 4.6.3 4.6.3 4.6.3 5.6.3"),
        AuthRule.BanTargetLevel => ("member.ban.target_level", "5.5.3 5.5.3 4.5.3 4.5.3 4.6.3 4.6.3 4.6.3 5.6.3"),
        AuthRule.KnockJoinRule => ("member.knock.join_rule", "- - - 4.6.1 4.7.1 4.7.1 4.7.1 5.7.1"),
        AuthRule.KnockSenderNotTarget => ("member.knock.sender_not_target", "- - - 4.6.2 4.7.2 4.7.2 4.7.2 5.7.2"),
        AuthRule.KnockAllowed => ("member.knock.allowed", "- - - 4.6.3 4.7.3 4.7.3 4.7.3 5.7.3"),
        AuthRule.KnockMember => ("member.knock.member", "- - - 4.6.4 4.7.4 4.7.4 4.7.4 5.7.4"),
        AuthRule.MemberUnknown => ("member.unknown", "5.6 5.6 4.6 4.7 4.8 4.8 4.8 5.8"),
        AuthRule.SenderNotJoined => ("sender.not_joined", "6 6 5 5 5 5 5 6"),
        AuthRule.ThirdPartyInviteAllowed => ("third_party_invite.allowed", "7.1 7.1 6.1 6.1 6.1 6.1 6.1 7.1"),
        AuthRule.ThirdPartyInviteLevel => ("third_party_invite.level", "7.1 7.1 6.1 6.1 6.1 6.1 6.1 7.1"),
        AuthRule.EventLevel => ("event.level", "8 8 7 7 7 7 7 8"),
        AuthRule.EventOtherUsersKey => ("event.other_users_state_key", "9 9 8 8 8 8 8 9"),
        AuthRule.LevelsOutOfRange => ("power_levels.out_of_range", "10 10 - - - - - -"),
        AuthRule.LevelsNotInteger => ("power_levels.not_integer", "- - - - - 9.1 9.1 10.1"),
        AuthRule.LevelsMapNotIntegers => ("power_levels.map_not_integers", "- - - - - 9.2 9.2 10.2"),
        AuthRule.LevelsUsers => ("power_levels.users", "10.1 10.1 9.1 9.1 9.1 9.3 9.3 10.3"),
        AuthRule.LevelsCreator => ("power_levels.creator", "- - - - - - - 10.4"),
        AuthRule.LevelsFirst => ("power_levels.first", "10.2 10.2 9.2 9.2 9.2 9.4 9.4 10.5"),
        AuthRule.LevelsCurrent => ("power_levels.current", "10.3.1 10.3.1 9.3.1 9.3.1 9.3.1 9.5.1 9.5.1 10.6.1"),
        AuthRule.LevelsNew => ("power_levels.new", "10.3.2 10.3.2 9.3.2 9.3.2 9.3.2 9.5.2 9.5.2 10.6.2"),
        AuthRule.LevelsEventCurrent => ("power_levels.event_current", "10.4.1 10.4.1 9.4.1 9.4.1 9.4.1 9.6.1 9.6.1 10.7.1"),
        AuthRule.LevelsEventNew => ("power_levels.event_new", "10.5.1 10.5.1 9.5.1 9.5.1 9.5.1 9.7.1 9.7.1 10.8.1"),
        AuthRule.LevelsUserCurrent => ("power_levels.user_current", "10.6.1 10.6.1 9.6.1 9.6.1 9.6.1 9.8.1 9.8.1 10.9.1"),
        AuthRule.LevelsUserNew => ("power_levels.user_new", "10.7.1 10.7.1 9.7.1 9.7.1 9.7.1 9.9.1 9.9.1 10.10.1"),
        AuthRule.LevelsAllowed => ("power_levels.allowed", "10.8 10.8 9.8 9.8 9.8 9.10 9.10 10.11"),
        AuthRule.RedactionLevel => ("redaction.level", "11.1 - - - - - - -"),
        AuthRule.RedactionSameServer => ("redaction.same_server", "11.2 - - - - - - -"),
        AuthRule.RedactionRefused => ("redaction.refused", "11.3 - - - - - - -"),
        AuthRule.Allowed => ("event.allowed", "12 11 10 10 10 10 10 11"),
        _ => ("none", ""),
    };
}
