using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>Whatever is wrong with an archive, nothing of its signing key or of a password hash gets into a finding.</summary>
public sealed class SecretsTests
{
    /// <summary>Longer pieces than this of a secret are not to be seen. Shorter ones stand in other words by chance.</summary>
    private const int Piece = 6;

    private static readonly byte[] Others = [(byte)'"', (byte)' ', (byte)':', 0x00, 0x18, 0x61, 0x6a, 0x78, 0xa1, 0xff];

    [Theory]
    [InlineData("signing_key", "ed25519 a_1 {0}=")]
    [InlineData("signing_key", "{0}")]
    [InlineData("signing_key", "ed25519 {0}")]
    [InlineData("signing_key", "ed25519 {0} a_1")]
    [InlineData("signing_key", "ed25519 a_1 {0} more")]
    [InlineData("server_name", "ed25519 a_1 {0}")]
    [InlineData("old_key", "ed25519 a_1 {0}")]
    public void Core_KeyOfWrongForm_IsNotPrinted(string member, string text)
    {
        var archive = new ArchiveBuilder();
        archive.Core[member] = text.Replace("{0}", ArchiveBuilder.Seed, StringComparison.Ordinal);

        ShouldNotShow(archive.Run(), ArchiveBuilder.Seed);
    }

    [Fact]
    public void Core_KeyAsAName_IsNotPrinted()
    {
        var archive = new ArchiveBuilder();
        archive.Core[ArchiveBuilder.Seed] = 1;
        archive.Core["signing_key"] = new JsonObject { [ArchiveBuilder.Seed] = 1 };

        ArchiveResult result = archive.Run();

        result.Rules.ShouldContain("COR009");
        ShouldNotShow(result, ArchiveBuilder.Seed);
    }

    [Theory]
    [InlineData("password_hash")]
    [InlineData("created_at")]
    [InlineData("room_tags")]
    [InlineData("devices")]
    [InlineData("passwordHash")]
    public void User_HashInAnyPlace_IsNotPrinted(string member)
    {
        var archive = new ArchiveBuilder();
        archive.Device["hidden"] = ArchiveBuilder.Hash;
        archive.Device["display_name"] = new JsonArray(ArchiveBuilder.Hash);
        archive.UserDetails[member] = member == "password_hash" ? new JsonArray(ArchiveBuilder.Hash) : ArchiveBuilder.Hash;
        archive.UserDetails[ArchiveBuilder.Hash] = 1;

        ArchiveResult result = archive.Run();

        result.Rules.ShouldContain("USR026");
        ShouldNotShow(result, ArchiveBuilder.Hash);
    }

    [Fact]
    public void User_PasswordInPlainText_IsNotPrinted()
    {
        var archive = new ArchiveBuilder();
        archive.UserDetails["password_hash"] = "correct horse battery staple";

        ArchiveResult result = archive.Run();

        result.Rules.ShouldContain("SEC001");
        ShouldNotShow(result, "correct horse battery staple");
    }

    /// <summary>Each byte of the key file is changed, dropped and doubled, so that a reader that goes on after a fault takes pieces of the key for words.</summary>
    [Fact]
    public void Core_EveryByteDamaged_NeverPrintsTheKey()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(new ArchiveBuilder().Core.ToJsonString());
        foreach (byte[] damaged in Damage(bytes))
        {
            var archive = new ArchiveBuilder();
            archive.Files["m.core.json"] = damaged;
            ShouldNotShow(archive.Run(), ArchiveBuilder.Seed);
        }
    }

    [Fact]
    public void Users_EveryByteDamaged_NeverPrintsTheHash()
    {
        byte[] bytes = CborText.Of(new ArchiveBuilder().Users);
        foreach (byte[] damaged in Damage(bytes))
        {
            var archive = new ArchiveBuilder();
            archive.Files["m.users/users.1.cbor"] = damaged;
            ShouldNotShow(archive.Run(), ArchiveBuilder.Hash);
        }
    }

    private static IEnumerable<byte[]> Damage(byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            foreach (byte other in Others)
            {
                yield return [.. bytes[..i], other, .. bytes[(i + 1)..]];
            }

            yield return [.. bytes[..i], .. bytes[(i + 1)..]];
            yield return [.. bytes[..i], bytes[i], .. bytes[i..]];
            yield return bytes[..i];
        }
    }

    private static void ShouldNotShow(ArchiveResult result, string secret)
    {
        IEnumerable<string?> texts = result.Buffer.Findings
            .SelectMany(finding => finding.Arguments.Select(argument => (string?)argument.Value).Append(finding.Location.Pointer).Append(finding.Location.Room))
            .Concat(result.Buffer.NotCheckedItems.SelectMany(item => new[] { item.What, item.Cause, item.Location.Pointer }))
            .Append(result.Summary.ServerName);
        foreach (string? text in texts)
        {
            for (int i = 0; text is not null && i + Piece <= secret.Length; i++)
            {
                if (text.AsSpan().Contains(secret.AsSpan(i, Piece), StringComparison.Ordinal))
                {
                    text.ShouldNotContain(secret);
                    Assert.Fail($"A piece of the secret is in: {text}");
                }
            }
        }
    }
}
