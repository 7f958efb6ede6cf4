using Conformance.Corpus.Tests.Corpus;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Events;
using Conformance.Generator.Large;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Large;

/// <summary>Two opinions that share no code: what the generator holds for a valid archive, the validator must too.</summary>
public class LargeArchiveValidityTests
{
    /// <summary>Notes on what the proposal leaves open; they are no fault.</summary>
    private static readonly string[] Notes = ["E2E001", "USR013"];

    [Theory]
    [InlineData("archive.tar.gz", 16L << 20)]
    [InlineData("archive.zip", 100_000L)]
    [InlineData("archive", null)]
    public void Validate_GeneratedArchiveOfAllVersions_NothingButNotes(string name, long? fileSize)
    {
        using var folder = new TemporaryFolder();
        string output = folder.File(name);
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        var archive = new LargeArchive(new LargeArchiveOptions
        {
            Output = output,
            Events = 4000,
            Rooms = 24,
            Seed = 7,
            RoomVersions = RoomVersion.All,
            FileSize = fileSize,
        });
        archive.Write();
        File.WriteAllBytes(folder.File("keys.json"), archive.Keys());

        CaseRun run = CaseRun.OfFile(output, "--keys", "keys.json");

        run.Rules.Except(Notes).ShouldBeEmpty();
        run.Exit.ShouldBe(0);
    }
}
