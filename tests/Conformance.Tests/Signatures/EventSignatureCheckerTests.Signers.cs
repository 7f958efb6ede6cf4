using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Signatures;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures;

/// <content>Who must have signed, by room version and kind of event.</content>
public sealed partial class EventSignatureCheckerTests
{
    [Theory]
    [InlineData("1", SignatureStatus.Missing)]
    [InlineData("2", SignatureStatus.Missing)]
    [InlineData("3", SignatureStatus.Valid)]
    public void Check_EventIdOfAnotherServer_MustSignInVersions1And2(string version, SignatureStatus withoutIt)
    {
        JsonObject message = Unsigned(version);
        message["event_id"] = "$e:other.org";
        Example.Sign(_library, message, version);
        if (version == "3")
        {
            message.Remove("event_id");
            message["signatures"] = new JsonObject();
            Example.Sign(_library, message, version);
        }

        Check(message, version, Example.PublicKey(_library), Other.PublicKey(_library)).Status.ShouldBe(withoutIt);

        Other.Sign(_library, message, version);
        EventSignatureVerdict both = Check(message, version, Example.PublicKey(_library), Other.PublicKey(_library));
        both.Status.ShouldBe(SignatureStatus.Valid);
        both.GoodSignatures.ShouldBe(2);
        both.Signers[1].Role.ShouldBe(version == "3" ? SignerRole.Other : SignerRole.EventId);
    }

    [Theory]
    [InlineData("7", "join", SignatureStatus.Valid, false)]
    [InlineData("8", "join", SignatureStatus.Missing, true)]
    [InlineData("12", "join", SignatureStatus.Missing, true)]
    [InlineData("10", "leave", SignatureStatus.Valid, true)]
    [InlineData("10", "invite", SignatureStatus.Valid, true)]
    public void Check_AuthorisingServerDidNotSign_CountsForJoinsFromVersion8On(string version, string membership, SignatureStatus expected, bool named)
    {
        JsonObject message = Member(version, membership);
        message["content"]!["join_authorised_via_users_server"] = "@bob:other.org";
        Example.Sign(_library, message, version);

        EventSignatureVerdict verdict = Check(message, version, Example.PublicKey(_library), Other.PublicKey(_library));

        // The specification asks for it of every membership event that has the key; servers of joins only.
        verdict.Status.ShouldBe(expected);
        verdict.Signers.Length.ShouldBe(named ? 2 : 1);
        if (named)
        {
            verdict.Signers[1].Role.ShouldBe(SignerRole.AuthorisingUser);
            verdict.Signers[1].Status.ShouldBe(SignatureStatus.Missing);
            verdict.Signers[1].Counts.ShouldBe(membership == "join");
            NodePointer.Of(verdict.Signers[1].At).ShouldBe("/content/join_authorised_via_users_server");
        }
    }

    [Fact]
    public void Check_AuthorisingServerSigned_IsValid()
    {
        JsonObject message = Member("10", "join");
        message["content"]!["join_authorised_via_users_server"] = "@bob:other.org";
        Other.Sign(_library, Example.Sign(_library, message, "10"), "10");

        EventSignatureVerdict verdict = Check(message, "10", Example.PublicKey(_library), Other.PublicKey(_library));

        verdict.Status.ShouldBe(SignatureStatus.Valid);
        verdict.GoodSignatures.ShouldBe(2);
        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.UnknownKey);
        Check(message, "10", Example.PublicKey(_library), Other.PublicKey(_library) with { Key = Example.PublicKey(_library).Key }).Status
            .ShouldBe(SignatureStatus.Invalid);
    }

    [Fact]
    public void Check_AuthorisingUserIsOfTheSendersServer_NeedsNoMore()
    {
        JsonObject message = Member("10", "join");
        message["content"]!["join_authorised_via_users_server"] = "@bob:example.org";
        Example.Sign(_library, message, "10");

        Check(message, "10", Example.PublicKey(_library)).Signers.Length.ShouldBe(1);
        message["content"]!["join_authorised_via_users_server"] = "bob";
        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Invalid);
        message["signatures"] = new JsonObject();
        Example.Sign(_library, message, "10");
        Check(message, "10", Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Malformed);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Check_InviteByThirdPartyIdentifier_NeedsNoSignatureOfTheSender(string version)
    {
        JsonObject message = Member(version, "invite");
        message["content"]!["third_party_invite"] = new JsonObject { ["signed"] = new JsonObject() };

        EventSignatureVerdict verdict = Check(message, version, Example.PublicKey(_library));

        verdict.Status.ShouldBe(SignatureStatus.NoneRequired);
        verdict.Deciding.ShouldBeNull();

        // A join may carry the member too, and is no invite.
        JsonObject join = Member(version, "join");
        join["content"]!["third_party_invite"] = new JsonObject();
        Check(join, version, Example.PublicKey(_library)).Status.ShouldBe(SignatureStatus.Missing);
    }

    [Theory]
    [InlineData("1", SignatureStatus.MissingInRedactedCopy)]
    [InlineData("10", SignatureStatus.MissingInRedactedCopy)]
    [InlineData("11", SignatureStatus.Missing)]
    public void Check_RedactedInviteWithoutSignature_IsUndeterminedWhereRedactionHidesTheReason(string version, SignatureStatus expected)
    {
        // The stated hash is of some other content, and the event is what a redaction leaves: a redacted copy.
        JsonObject message = Member(version, "invite");

        Check(message, version, Example.PublicKey(_library)).Status.ShouldBe(expected);
    }
}
