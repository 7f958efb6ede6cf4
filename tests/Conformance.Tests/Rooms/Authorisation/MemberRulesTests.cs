using Conformance.Rooms.Store;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Authorisation;

/// <summary>The rules on members as the specification's tables have them, for each set of rules and each outcome.</summary>
public sealed class MemberRulesTests
{
    private const string Token = """{"signed":{"mxid":"@b:b","token":"tok","signatures":{"id.org":{"ed25519:0":"SIGNATURE"}}}}""";

    private static readonly string Signature = Convert.ToBase64String(new byte[64]).TrimEnd('=');
    private static readonly string Key = Convert.ToBase64String(new byte[32]).TrimEnd('=');

    [Theory]
    [InlineData("1", "5.1")]
    [InlineData("5", "5.1")]
    [InlineData("6", "4.1")]
    [InlineData("9", "4.1")]
    [InlineData("12", "5.1")]
    public void Member_WithoutStateKeyOrMembership_IsRefused(string version, string number)
    {
        AuthFixture room = new AuthFixture(version).JoinRule("public");
        room.Check("@b:b", "m.room.member", null, """{"membership":"join"}""").ShouldBe($"- member.incomplete {number}");
        room.Check("@b:b", "m.room.member", "@b:b", "{}").ShouldBe($"- member.incomplete {number}");
        room.CheckMember("@b:b", "@b:b", "join").ShouldStartWith("+ member.join.public");
    }

    [Theory]
    [InlineData("6", "dance", "4.6")]
    [InlineData("6", "knock", "4.6")]
    [InlineData("7", "dance", "4.7")]
    [InlineData("8", "dance", "4.8")]
    [InlineData("12", "dance", "5.8")]
    [InlineData("1", "knock", "5.6")]
    public void Member_OfUnknownMembership_IsRefused(string version, string membership, string number) =>
        new AuthFixture(version).CheckMember("@b:b", "@b:b", membership).ShouldBe($"- member.unknown {number}");

    [Theory]
    [InlineData("1", "5.2.1")]
    [InlineData("7", "4.2.1")]
    [InlineData("10", "4.3.1")]
    [InlineData("11", "4.3.1")]
    [InlineData("12", "5.3.1")]
    public void FirstJoin_OfTheCreatorOnly_IsAllowed(string version, string number)
    {
        var room = new AuthFixture(version, version == "12" ? """{"additional_creators":["@c:c"]}""" : "{}");
        room.CheckMember("@a:a", "@a:a", "join", prev: ["$create:a"]).ShouldBe($"+ member.join.first {number}");
        room.CheckMember("@b:b", "@b:b", "join", prev: ["$create:a"]).ShouldStartWith("- member.join.not_invited");
        room.CheckMember("@c:c", "@c:c", "join", prev: ["$create:a"]).ShouldStartWith("- member.join.not_invited");
        room.CheckMember("@a:a", "@a:a", "join", prev: ["$create:a", "$s0:a"]).ShouldStartWith("+ member.join.invited");
    }

    [Fact]
    public void FirstJoin_OfCreatorFieldAndSender_DependsOnTheVersion()
    {
        const string Create = """{"creator":"@b:b"}""";
        new AuthFixture("10", Create).CheckMember("@b:b", "@b:b", "join", prev: ["$create:a"]).ShouldBe("+ member.join.first 4.3.1");
        new AuthFixture("11", Create).CheckMember("@b:b", "@b:b", "join", prev: ["$create:a"]).ShouldBe("- member.join.not_invited 4.3.7");
    }

    [Theory]
    [InlineData("1", "public", "none", "+ member.join.public 5.2.5")]
    [InlineData("1", "invite", "none", "- member.join.not_invited 5.2.6")]
    [InlineData("1", "invite", "invite", "+ member.join.invited 5.2.4")]
    [InlineData("1", "invite", "join", "+ member.join.invited 5.2.4")]
    [InlineData("1", "invite", "leave", "- member.join.not_invited 5.2.6")]
    [InlineData("1", "public", "ban", "- member.join.banned 5.2.3")]
    [InlineData("1", "private", "invite", "- member.join.join_rule 5.2.6")]
    [InlineData("6", "knock", "invite", "- member.join.join_rule 4.2.6")]
    [InlineData("7", "knock", "invite", "+ member.join.invited 4.2.4")]
    [InlineData("7", "knock", "knock", "- member.join.not_invited 4.2.6")]
    [InlineData("7", "restricted", "invite", "- member.join.join_rule 4.2.6")]
    [InlineData("8", "restricted", "invite", "+ member.join.restricted_member 4.3.5.1")]
    [InlineData("8", "restricted", "none", "- member.join.authoriser 4.3.5.2")]
    [InlineData("9", "knock_restricted", "invite", "- member.join.join_rule 4.3.7")]
    [InlineData("10", "knock_restricted", "invite", "+ member.join.restricted_member 4.3.5.1")]
    [InlineData("12", "knock_restricted", "leave", "- member.join.authoriser 5.3.5.2")]
    [InlineData("12", "public", "none", "+ member.join.public 5.3.6")]
    public void Join_UnderEachRule_DependsOnTheMembership(string version, string rule, string membership, string expected)
    {
        AuthFixture room = new AuthFixture(version).JoinRule(rule);
        if (membership != "none")
        {
            room.Member("@b:b", membership);
        }

        room.CheckMember("@b:b", "@b:b", "join").ShouldBe(expected);
    }

    [Fact]
    public void Join_ForAnother_IsRefused() =>
        new AuthFixture("10").JoinRule("public").CheckMember("@a:a", "@b:b", "join").ShouldBe("- member.join.sender_not_target 4.3.2");

    [Theory]
    [InlineData("@a:a", 50, "+ member.join.authorised 4.3.5.3")]
    [InlineData("@c:c", 50, "- member.join.authoriser 4.3.5.2")]
    [InlineData("@c:c", 0, "+ member.join.authorised 4.3.5.3")]
    [InlineData("@d:d", 0, "- member.join.authoriser 4.3.5.2")]
    [InlineData("@x:x", 0, "- member.join.authoriser 4.3.5.2")]
    public void RestrictedJoin_NeedsAMemberWhoMayInvite(string authoriser, int level, string expected) =>
        new AuthFixture("9").JoinRule("restricted").Member("@c:c", "join").Member("@d:d", "leave")
            .Levels($$$"""{"users":{"@a:a":100},"invite":{{{level}}}}""")
            .CheckMember("@b:b", "@b:b", "join", $$""","join_authorised_via_users_server":"{{authoriser}}" """).ShouldBe(expected);

    [Fact]
    public void RestrictedJoin_WhoseServerDidNotSign_IsRefused()
    {
        const string Authorised = ""","join_authorised_via_users_server":"@a:a" """;
        AuthFixture room = new AuthFixture("8").JoinRule("restricted");
        room.CheckMember("@b:b", "@b:b", "join", Authorised).ShouldStartWith("+ member.join.authorised");
        room.CheckMember("@b:b", "@b:b", "join", Authorised, form: RoomEventForm.AuthorisingSignatureBad).ShouldBe("- member.authorising_signature 4.2.1");
    }

    [Theory]
    [InlineData("1", "@b:b", "none", "- member.invite.sender_not_joined 5.3.2")]
    [InlineData("1", "@a:a", "none", "+ member.invite.allowed 5.3.4")]
    [InlineData("1", "@a:a", "join", "- member.invite.target_joined_or_banned 5.3.3")]
    [InlineData("9", "@a:a", "ban", "- member.invite.target_joined_or_banned 4.4.3")]
    [InlineData("9", "@a:a", "knock", "+ member.invite.allowed 4.4.4")]
    [InlineData("12", "@c:c", "none", "- member.invite.level 5.4.5")]
    [InlineData("12", "@a:a", "none", "+ member.invite.allowed 5.4.4")]
    public void Invite_DependsOnSenderTargetAndLevel(string version, string sender, string target, string expected)
    {
        AuthFixture room = new AuthFixture(version).Member("@c:c", "join").Levels(version == "12" ? """{"invite":50}""" : """{"users":{"@a:a":50},"invite":50}""");
        if (target != "none")
        {
            room.Member("@t:t", target);
        }

        room.CheckMember(sender, "@t:t", "invite").ShouldBe(expected);
    }

    [Theory]
    [InlineData("@b:b", "@b:b", "join", "+ member.leave.own 4.5.1")]
    [InlineData("@b:b", "@b:b", "invite", "+ member.leave.own 4.5.1")]
    [InlineData("@b:b", "@b:b", "knock", "+ member.leave.own 4.5.1")]
    [InlineData("@b:b", "@b:b", "leave", "- member.leave.not_member 4.5.1")]
    [InlineData("@b:b", "@b:b", "ban", "- member.leave.not_member 4.5.1")]
    [InlineData("@z:z", "@b:b", "join", "- member.leave.sender_not_joined 4.5.2")]
    [InlineData("@m:m", "@b:b", "ban", "- member.leave.unban_level 4.5.3")]
    [InlineData("@a:a", "@b:b", "ban", "+ member.leave.kick 4.5.4")]
    [InlineData("@m:m", "@b:b", "join", "+ member.leave.kick 4.5.4")]
    [InlineData("@m:m", "@n:n", "join", "- member.leave.target_level 4.5.5")]
    [InlineData("@b:b", "@m:m", "join", "- member.leave.kick_level 4.5.5")]
    public void Leave_OfOneselfAndOthers_DependsOnMembershipAndLevels(string sender, string target, string membership, string expected) =>
        new AuthFixture("8").Levels("""{"users":{"@a:a":100,"@m:m":50,"@n:n":50},"ban":60}""").Member("@m:m", "join").Member("@b:b", "join")
            .Member(target, membership).CheckMember(sender, target, "leave").ShouldBe(expected);

    [Fact]
    public void Leave_FromKnock_NeedsKnocking() =>
        new AuthFixture("6").Member("@b:b", "knock").CheckMember("@b:b", "@b:b", "leave").ShouldBe("- member.leave.not_member 4.4.1");

    [Theory]
    [InlineData("@m:m", "@b:b", "+ member.ban.allowed 5.5.2")]
    [InlineData("@m:m", "@n:n", "- member.ban.target_level 5.5.3")]
    [InlineData("@b:b", "@z:z", "- member.ban.level 5.5.3")]
    [InlineData("@z:z", "@b:b", "- member.ban.sender_not_joined 5.5.1")]
    public void Ban_DependsOnLevels(string sender, string target, string expected) =>
        new AuthFixture("3").Levels("""{"users":{"@a:a":100,"@m:m":50,"@n:n":50}}""").Member("@m:m", "join").Member("@n:n", "join").Member("@b:b", "join")
            .CheckMember(sender, target, "ban").ShouldBe(expected);

    [Fact]
    public void Creators_OutrankAllAndNotEachOther()
    {
        AuthFixture room = new AuthFixture("12", """{"additional_creators":["@c:c"]}""").Levels("""{"users":{"@m:m":9007199254740991},"ban":9007199254740991}""")
            .Member("@c:c", "join").Member("@m:m", "join");
        room.CheckMember("@c:c", "@m:m", "ban").ShouldBe("+ member.ban.allowed 5.6.2");
        room.CheckMember("@c:c", "@a:a", "ban").ShouldBe("- member.ban.target_level 5.6.3");
        room.CheckMember("@m:m", "@c:c", "leave").ShouldBe("- member.leave.target_level 5.5.5");
        room.CheckMember("@c:c", "@c:c", "leave").ShouldBe("+ member.leave.own 5.5.1");
    }

    [Theory]
    [InlineData("7", "knock", "none", "+ member.knock.allowed 4.6.3")]
    [InlineData("7", "knock", "knock", "+ member.knock.allowed 4.6.3")]
    [InlineData("7", "knock", "leave", "+ member.knock.allowed 4.6.3")]
    [InlineData("7", "knock", "ban", "- member.knock.member 4.6.4")]
    [InlineData("8", "knock", "invite", "- member.knock.member 4.7.4")]
    [InlineData("8", "knock_restricted", "none", "- member.knock.join_rule 4.7.1")]
    [InlineData("10", "knock_restricted", "none", "+ member.knock.allowed 4.7.3")]
    [InlineData("12", "public", "none", "- member.knock.join_rule 5.7.1")]
    public void Knock_DependsOnTheRuleAndTheMembership(string version, string rule, string membership, string expected)
    {
        AuthFixture room = new AuthFixture(version).JoinRule(rule);
        if (membership != "none")
        {
            room.Member("@b:b", membership);
        }

        room.CheckMember("@b:b", "@b:b", "knock").ShouldBe(expected);
    }

    [Fact]
    public void Knock_ForAnother_IsRefused() =>
        new AuthFixture("7").JoinRule("knock").CheckMember("@a:a", "@b:b", "knock").ShouldBe("- member.knock.sender_not_target 4.6.2");

    [Theory]
    [InlineData("""{"signed":{"mxid":"@b:b","token":"tok"}}""", "@b:b", "@a:a", "invite", "- member.invite.third_party.not_signed 4.4.1.8")]
    [InlineData(Token, "@b:b", "@a:a", "ban", "- member.invite.third_party.banned 4.4.1.1")]
    [InlineData("{}", "@b:b", "@a:a", "leave", "- member.invite.third_party.no_signed 4.4.1.2")]
    [InlineData("""{"signed":{"mxid":"@b:b"}}""", "@b:b", "@a:a", "leave", "- member.invite.third_party.incomplete 4.4.1.3")]
    [InlineData(Token, "@c:c", "@a:a", "leave", "- member.invite.third_party.other_user 4.4.1.4")]
    [InlineData("""{"signed":{"mxid":"@b:b","token":"other"}}""", "@b:b", "@a:a", "leave", "- member.invite.third_party.unknown_token 4.4.1.5")]
    [InlineData(Token, "@b:b", "@c:c", "leave", "- member.invite.third_party.other_sender 4.4.1.6")]
    [InlineData(Token, "@b:b", "@a:a", "leave", "+ member.invite.third_party.signed 4.4.1.7")]
    [InlineData(Token, "@b:b", "@a:a", "join", "+ member.invite.third_party.signed 4.4.1.7")]
    public void ThirdPartyInvite_FollowsEachPoint(string proof, string target, string sender, string membership, string expected)
    {
        string more = ",\"third_party_invite\":" + proof.Replace("SIGNATURE", Signature, StringComparison.Ordinal);
        ThirdParty((_, message, _) => System.Text.Encoding.UTF8.GetString(message) == """{"mxid":"@b:b","token":"tok"}""")
            .Member("@b:b", membership).CheckMember(sender, target, "invite", more).ShouldBe(expected);
    }

    [Fact]
    public void ThirdPartyInvite_WithoutVerifierOrWithABadSignature_IsNotAllowed()
    {
        string more = ",\"third_party_invite\":" + Token.Replace("SIGNATURE", Signature, StringComparison.Ordinal);
        ThirdParty(null).CheckMember("@a:a", "@b:b", "invite", more).ShouldBe("? member.invite.third_party.unverified 4.4.1.7");
        ThirdParty((_, _, _) => false).CheckMember("@a:a", "@b:b", "invite", more).ShouldBe("- member.invite.third_party.not_signed 4.4.1.8");
    }

    // Token, user, key and signature that gomatrixserverlib publishes in its tests (Apache-2.0), verified with a real library.
    [Theory]
    [InlineData("@u2:a", "+ member.invite.third_party.signed 5.3.1.7")]
    [InlineData("@u3:a", "- member.invite.third_party.not_signed 5.3.1.8")]
    public void ThirdPartyInvite_OfAPublishedVector_IsVerified(string user, string expected)
    {
        Ed25519Library? library = Ed25519Libraries.Default;
        Assert.SkipWhen(library is null, "No library for Ed25519 on this machine.");
        const string Signed = "CibGFS0vX93quJFppsQbYQKJFIwxiYEK87lNmekS/fdetUMXPdR2wwNDd09J1jJ28GCH3GogUTuFDB1ScPFxBg";
        var room = new AuthFixture("1", thirdParty: (key, message, signature) => library.Verify(new Ed25519PublicKey(key), message, signature));
        room.Set("m.room.third_party_invite", "my_token", "@a:a", """{"public_keys":[{"public_key":"mrV51jApZKahGjfMhlevp+QtSSTDKCLaLVCzYc4HELY"}],"public_key":"pubkey"}""");
        string proof = $$$"""{"signed":{"token":"my_token","mxid":"{{{user}}}","signatures":{"example.tld":{"ed25519:0":"{{{Signed}}}"} } } }""";
        room.CheckMember("@a:a", user, "invite", ",\"third_party_invite\":" + proof).ShouldBe(expected);
    }

    [Fact]
    public void ThirdPartyInvite_WithTooManySignatures_IsUndetermined()
    {
        int verified = 0;
        AuthFixture room = ThirdParty((_, _, _) =>
        {
            verified++;
            return false;
        });
        string signatures = string.Join(',', Enumerable.Range(0, 65).Select(number => $"\"ed25519:{number}\":\"{Signature}\""));
        string proof = $$$"""{"signed":{"mxid":"@b:b","token":"tok","signatures":{"id.org":{ {{{signatures}}} } } } }""";
        room.CheckMember("@a:a", "@b:b", "invite", ",\"third_party_invite\":" + proof).ShouldBe("? member.invite.third_party.unverified 4.4.1.7");
        verified.ShouldBe(64);
    }

    private static AuthFixture ThirdParty(Conformance.Rooms.Authorisation.ThirdPartySignatureCheck? check) =>
        new AuthFixture("10", thirdParty: check).Member("@c:c", "join")
            .Set("m.room.third_party_invite", "tok", "@a:a", $$"""{"public_keys":[{"public_key":"{{Key}}"}]}""");
}
