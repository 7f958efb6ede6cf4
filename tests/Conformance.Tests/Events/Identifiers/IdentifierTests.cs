using System.Text;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Identifiers;

public sealed class IdentifierTests
{
    private const string Hash = "Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ";

    [Theory]
    [InlineData("matrix.org", IdentifierFault.None)]
    [InlineData("matrix.org:8888", IdentifierFault.None)]
    [InlineData("1.2.3.4", IdentifierFault.None)]
    [InlineData("1.2.3.4:1234", IdentifierFault.None)]
    [InlineData("[1234:5678::abcd]", IdentifierFault.None)]
    [InlineData("[1234:5678::abcd]:5678", IdentifierFault.None)]
    [InlineData("[::]", IdentifierFault.None)]
    [InlineData("[::ffff:1.2.3.4]", IdentifierFault.None)]
    [InlineData("localhost", IdentifierFault.None)]
    [InlineData("MATRIX.org", IdentifierFault.None)]
    [InlineData("a:00001", IdentifierFault.None)]
    [InlineData("", IdentifierFault.Empty)]
    [InlineData(":8448", IdentifierFault.BadHost)]
    [InlineData("under_score.org", IdentifierFault.BadHost)]
    [InlineData("bücher.example", IdentifierFault.BadHost)]
    [InlineData("a b", IdentifierFault.BadHost)]
    [InlineData("matrix.org/", IdentifierFault.BadHost)]
    [InlineData("matrix.org:", IdentifierFault.BadPort)]
    [InlineData("matrix.org:port", IdentifierFault.BadPort)]
    [InlineData("matrix.org:123456", IdentifierFault.BadPort)]
    [InlineData("matrix.org:80:80", IdentifierFault.BadPort)]
    [InlineData("matrix.org:-1", IdentifierFault.BadPort)]
    [InlineData("[1234:5678::abcd", IdentifierFault.BadHost)]
    [InlineData("[]", IdentifierFault.BadHost)]
    [InlineData("[1]", IdentifierFault.BadHost)]
    [InlineData("[1::2::3]", IdentifierFault.BadHost)]
    [InlineData("[fe80::1%eth0]", IdentifierFault.BadHost)]
    [InlineData("[::1]x", IdentifierFault.BadPort)]
    [InlineData("[fe80::2]:100000", IdentifierFault.BadPort)]
    [InlineData("[word::1]", IdentifierFault.BadHost)]
    [InlineData("10.0.0.1:", IdentifierFault.BadPort)]
    [InlineData("matrix.org:0", IdentifierFault.None)]
    public void ServerName_Text_KeepsToTheGrammar(string text, IdentifierFault fault) => ServerName.Check(Utf8(text)).ShouldBe(fault);

    [Theory]
    [InlineData(255, IdentifierFault.None)]
    [InlineData(256, IdentifierFault.TooLong)]
    public void ServerName_DnsNameAtItsLimit_IsJudgedByBytes(int length, IdentifierFault fault)
    {
        ServerName.Check(Utf8(new string('a', length))).ShouldBe(fault);
        ServerName.Check(Utf8(new string('a', length) + ":1")).ShouldBe(fault);
    }

    [Theory]
    [InlineData("@alice:example.org", IdentifierFault.None, UserIdGrammar.Strict)]
    [InlineData("@a-z0.9_=/+:example.org:8448", IdentifierFault.None, UserIdGrammar.Strict)]
    [InlineData("@Alice:example.org", IdentifierFault.None, UserIdGrammar.Historical)]
    [InlineData("@a*b!~:example.org", IdentifierFault.None, UserIdGrammar.Historical)]
    [InlineData("@al%ice[irc]:example.org", IdentifierFault.None, UserIdGrammar.Historical)]
    [InlineData("@al\nice:example.org", IdentifierFault.None, UserIdGrammar.NonCompliant)]
    [InlineData("@al ice:example.org", IdentifierFault.None, UserIdGrammar.NonCompliant)]
    [InlineData("@:example.org", IdentifierFault.None, UserIdGrammar.NonCompliant)]
    [InlineData("@älice:example.org", IdentifierFault.None, UserIdGrammar.NonCompliant)]
    [InlineData("@a\u0001\u007f:example.org", IdentifierFault.None, UserIdGrammar.NonCompliant)]
    public void UserId_AcceptedText_TellsItsGrammar(string text, IdentifierFault fault, UserIdGrammar grammar)
    {
        UserId.Check(Utf8(text)).ShouldBe(fault);
        UserId.Grammar(Utf8(text)).ShouldBe(grammar);
    }

    [Theory]
    [InlineData("", IdentifierFault.Empty)]
    [InlineData("alice:example.org", IdentifierFault.WrongSigil)]
    [InlineData("!alice:example.org", IdentifierFault.WrongSigil)]
    [InlineData("@alice", IdentifierFault.NoServer)]
    [InlineData("@alice:", IdentifierFault.NoServer)]
    [InlineData("@al\0ice:example.org", IdentifierFault.BadLocalpart)]
    [InlineData("@alice:exa_mple.org", IdentifierFault.BadHost)]
    [InlineData("@alice:example.org:x", IdentifierFault.BadPort)]
    [InlineData("@a:b:c", IdentifierFault.BadPort)]
    [InlineData("@alice::8448", IdentifierFault.BadHost)]
    [InlineData("@alice:/", IdentifierFault.BadHost)]
    public void UserId_RefusedText_TellsWhy(string text, IdentifierFault fault) => UserId.Check(Utf8(text)).ShouldBe(fault);

    [Fact]
    public void UserId_InvalidUtf8_IsRefused() => UserId.Check([(byte)'@', 0xc3, (byte)':', (byte)'a']).ShouldBe(IdentifierFault.BadUtf8);

    [Theory]
    [InlineData(255, IdentifierFault.None)]
    [InlineData(256, IdentifierFault.TooLong)]
    public void UserId_AtTheLimit_IsJudgedByBytes(int bytes, IdentifierFault fault)
    {
        // Each ä is two bytes: 127 of them would fit a limit of 255 characters with ease.
        string id = "@" + new string('ä', 100) + new string('b', bytes - 1 - 200 - 4) + ":a.b";
        Utf8(id).Length.ShouldBe(bytes);
        UserId.Check(Utf8(id)).ShouldBe(fault);
    }

    [Theory]
    [InlineData("!x:example.org", IdentifierFault.None, IdentifierFault.BadHashLength)]
    [InlineData("!:example.org", IdentifierFault.None, IdentifierFault.BadHashLength)]
    [InlineData("!" + Hash, IdentifierFault.NoServer, IdentifierFault.None)]
    [InlineData("$" + Hash, IdentifierFault.WrongSigil, IdentifierFault.WrongSigil)]
    [InlineData("!" + Hash + "A", IdentifierFault.NoServer, IdentifierFault.BadHashLength)]
    [InlineData("!Nhcu5BS+UMnFX7hBVfVSoXiD7OgH6iRT/xyIuqDnpYQ", IdentifierFault.NoServer, IdentifierFault.BadCharacter)]
    public void RoomId_Text_IsJudgedByTheForm(string text, IdentifierFault withServer, IdentifierFault hash)
    {
        RoomId.Check(Utf8(text), RoomIdForm.WithServer).ShouldBe(withServer);
        IdentifierFault found = RoomId.Check(Utf8(text), RoomIdForm.CreateEventHash);
        found.ShouldBe(hash == IdentifierFault.BadHashLength && text.Contains(':', StringComparison.Ordinal) ? IdentifierFault.UnexpectedServer : hash);
        (RoomId.Check(Utf8(text)) == IdentifierFault.None).ShouldBe(withServer == IdentifierFault.None || hash == IdentifierFault.None);
    }

    [Theory]
    [InlineData("$a4ecee13e2accdadf56c1025:example.com", EventIdForm.Field)]
    [InlineData("$Nhcu5BS+UMnFX7hBVfVSoXiD7OgH6iRT/xyIuqDnpYQ", EventIdForm.HashStandardBase64)]
    [InlineData("$" + Hash, EventIdForm.HashUrlSafeBase64)]
    public void EventId_OfOneForm_IsRefusedInTheOthers(string text, EventIdForm form)
    {
        foreach (EventIdForm other in Enum.GetValues<EventIdForm>())
        {
            (EventId.Check(Utf8(text), other) == IdentifierFault.None).ShouldBe(other == form, other.ToString());
        }

        EventId.Check(Utf8(text)).ShouldBe(IdentifierFault.None);
        EventId.Check(Utf8("!" + text[1..])).ShouldNotBe(IdentifierFault.None);
    }

    [Theory]
    [InlineData("#room:example.org", IdentifierFault.None)]
    [InlineData("#:example.org", IdentifierFault.None)]
    [InlineData("#room with spaces 🦊:example.org:8448", IdentifierFault.None)]
    [InlineData("#комната老虎:example.org", IdentifierFault.None)]
    [InlineData("#room:/", IdentifierFault.BadHost)]
    [InlineData("#room:example.org:port", IdentifierFault.BadPort)]
    [InlineData("#room", IdentifierFault.NoServer)]
    [InlineData("room:example.org", IdentifierFault.WrongSigil)]
    [InlineData("#ro\0om:example.org", IdentifierFault.BadLocalpart)]
    public void RoomAlias_Text_KeepsToTheGrammar(string text, IdentifierFault fault) => RoomAlias.Check(Utf8(text)).ShouldBe(fault);

    [Theory]
    [InlineData("ABCdef019-._~", IdentifierFault.None)]
    [InlineData("", IdentifierFault.Empty)]
    [InlineData("a+b", IdentifierFault.BadCharacter)]
    [InlineData("a b", IdentifierFault.BadCharacter)]
    public void OpaqueId_Text_KeepsToTheGrammar(string text, IdentifierFault fault) => OpaqueId.Check(Utf8(text)).ShouldBe(fault);

    [Theory]
    [InlineData("ed25519:1", IdentifierFault.None)]
    [InlineData("ed25519:a_Bc", IdentifierFault.None)]
    [InlineData("ed25519:", IdentifierFault.Empty)]
    [InlineData("", IdentifierFault.Empty)]
    [InlineData(":a", IdentifierFault.BadCharacter)]
    [InlineData("ed25519", IdentifierFault.BadCharacter)]
    [InlineData("ed25519:a-b", IdentifierFault.BadCharacter)]
    [InlineData("ed25519:a:b", IdentifierFault.BadCharacter)]
    public void KeyId_Text_KeepsToTheGrammar(string text, IdentifierFault fault) => KeyId.Check(Utf8(text)).ShouldBe(fault);

    [Theory]
    [InlineData("1", IdentifierFault.None)]
    [InlineData("org.example-room.v1", IdentifierFault.None)]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345", IdentifierFault.None)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456", IdentifierFault.TooLong)]
    [InlineData("", IdentifierFault.Empty)]
    [InlineData("V1", IdentifierFault.BadCharacter)]
    [InlineData("1_0", IdentifierFault.BadCharacter)]
    public void RoomVersionId_Text_KeepsToTheGrammar(string text, IdentifierFault fault) => RoomVersionId.Check(Utf8(text)).ShouldBe(fault);

    [Theory]
    [InlineData("m.room.message", IdentifierFault.None)]
    [InlineData("com.example_x-1", IdentifierFault.None)]
    [InlineData("1abc", IdentifierFault.BadCharacter)]
    [InlineData("m.Room", IdentifierFault.BadCharacter)]
    [InlineData("", IdentifierFault.Empty)]
    public void NamespacedId_Text_KeepsToTheGrammar(string text, IdentifierFault fault) => NamespacedId.Check(Utf8(text)).ShouldBe(fault);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
