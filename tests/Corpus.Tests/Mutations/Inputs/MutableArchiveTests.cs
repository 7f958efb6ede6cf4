using System.Text.Json.Nodes;
using Conformance.Corpus.Tests.Corpus;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Archives;
using Conformance.Generator.Events;
using Conformance.Generator.Mutations.Inputs;
using Conformance.Generator.Mutations.Output;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Mutations.Inputs;

public class MutableArchiveTests
{
    [Theory]
    [InlineData("tar")]
    [InlineData("tar.gz")]
    [InlineData("zip")]
    [InlineData("directory")]
    public void Write_NothingChanged_MembersKeepTheirBytesInEveryForm(string form)
    {
        using var folder = new TemporaryFolder();
        Archive archive = Archive.Small();
        File.WriteAllBytes(folder.File("small.tar.gz"), archive.TarGz());
        string output = folder.File("out");
        using (ArchiveSource source = ArchiveSource.Open(folder.File("small.tar.gz")))
        {
            ArchiveWriter.Write(new MutableArchive(source, FormOf(form), new SecretKeys()), output);
        }

        using ArchiveSource read = ArchiveSource.Open(output);

        read.Form.ShouldBe(FormOf(form));
        read.Members.ToDictionary(member => member.Path, member => Convert.ToHexString(read.Read(member, 0, member.Length)))
            .ShouldBe(archive.Files().ToDictionary(file => file.Path, file => Convert.ToHexString(file.Bytes)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("11")]
    [InlineData("12")]
    public void TryReseal_EarlyEvent_EverythingThatBuildsOnItIsRightAgain(string version)
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        using var folder = new TemporaryFolder();
        Archive small = Archive.Small(version);
        File.WriteAllBytes(folder.File("small.tar"), small.Tar());
        File.WriteAllBytes(folder.File("keys.json"), small.Room.Keys.File(Archive.ServerName, "remote.example.net"));
        var keys = new SecretKeys();
        keys.AddGenerated(0);
        using ArchiveSource source = ArchiveSource.Open(folder.File("small.tar"));
        var archive = new MutableArchive(source, ArchiveForm.Tar, keys);
        MutableRoom room = archive.Load(archive.Rooms[0])!;
        MutableEvent levels = room.Events.Single(made => made.Type == "m.room.power_levels");
        string before = levels.Id;
        levels.Json["content"]!["notifications"] = new JsonObject { ["room"] = 20 };
        levels.Json["content"]!["kick"] = 51;

        room.TryReseal(levels).ShouldBeNull();
        archive.Commit();
        ArchiveWriter.Write(archive, folder.File("resealed.tar"));

        (levels.Id == before).ShouldBe(RoomVersion.Of(version).HasEventIdField);
        CaseRun run = CaseRun.OfFile(folder.File("resealed.tar"), "--keys", folder.File("keys.json"));
        run.Found.Where(found => found.Severity != "info").ShouldBeEmpty(run.Error);
        run.Rules.ShouldNotContain("DAG002");
        run.Rules.ShouldNotContain("DAG003");
        run.Exit.ShouldBe(0);
    }

    [Fact]
    public void TryReseal_WithoutTheKey_SaysWhoseIsMissingAndChangesNothing()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("small.tar"), Archive.Small().Tar());
        var keys = new SecretKeys();
        using ArchiveSource source = ArchiveSource.Open(folder.File("small.tar"));
        keys.TryAdd(source.ServerName!, source.SigningKey!).ShouldBeTrue();
        var archive = new MutableArchive(source, ArchiveForm.Tar, keys);
        MutableRoom room = archive.Load(archive.Rooms[0])!;
        MutableEvent rules = room.Events.Single(made => made.Type == "m.room.join_rules");
        string before = room.Events[^1].Look.ToJsonString();

        room.TryReseal(rules)!.ShouldContain("remote.example.net");

        room.Events[^1].Look.ToJsonString().ShouldBe(before);
    }

    [Fact]
    public void Commit_EventsAddedAndRemoved_TheArrayCountsThem()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("small.tar"), Archive.Small().Tar());
        var keys = new SecretKeys();
        keys.AddGenerated(0);
        using (ArchiveSource source = ArchiveSource.Open(folder.File("small.tar")))
        {
            var archive = new MutableArchive(source, ArchiveForm.Tar, keys);
            MutableRoom room = archive.Load(archive.Rooms[0])!;
            MutableEvent last = room.Extremities.Single();
            JsonObject draft = room.Draft(last, "m.room.message", null, new JsonObject { ["body"] = "one more", ["msgtype"] = "m.text" }, new Generator.Encoding.SeededRandom(1));
            MutableEvent added = room.TryAddSealed(draft)!;
            room.Followers(last).ShouldBe([added]);
            room.Remove(room.Events[0]);
            archive.Commit();
            ArchiveWriter.Write(archive, folder.File("changed.tar"));
        }

        using ArchiveSource read = ArchiveSource.Open(folder.File("changed.tar"));
        read.Rooms[0].Events.ShouldBe(Archive.Small().Room.Events.Count);
        var again = new MutableArchive(read, ArchiveForm.Tar, keys);
        again.Load(again.Rooms[0])!.Events[^1].Look["content"]!["body"]!.ToString().ShouldBe("one more");
    }

    private static ArchiveForm FormOf(string form) => form switch
    {
        "tar" => ArchiveForm.Tar,
        "tar.gz" => ArchiveForm.TarGz,
        "zip" => ArchiveForm.Zip,
        _ => ArchiveForm.Directory,
    };
}
