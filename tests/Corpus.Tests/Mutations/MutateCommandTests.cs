using System.Text.Json;
using Conformance.Cli;
using Conformance.Cli.Console;
using Conformance.Corpus.Tests.Support;
using Conformance.Documents;
using Conformance.Generator.Archives;
using Conformance.Generator.Encoding;
using Conformance.Schemas;
using Conformance.Signatures.Cryptography;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Mutations;

public class MutateCommandTests
{
    [Fact]
    public void Mutate_SmallArchive_FilesAndAManifestByItsSchema()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("small.tar.gz"), Archive.Small().TarGz());

        (ExitCode exit, string said) = Run(folder, "mutate", "small.tar.gz", "-o", "faults", "--rule", "ROM", "--rule", "ARC030", "--rule", "ARC062", "--check");

        exit.ShouldBe(ExitCode.Valid, said);
        byte[] manifest = File.ReadAllBytes(folder.File("faults/mutations.json"));
        Document document = DocumentReader.Read(manifest, DocumentEncoding.Json);
        BuiltInSchemas.Get("mutate/mutations.schema.json").Evaluate(document.Root).Select(v => $"{v.Name}: {v.Expected}, not {v.Actual}").ShouldBeEmpty();
        JsonElement root = JsonDocument.Parse(manifest).RootElement;
        root.GetProperty("notPossible").GetProperty("ARC062").GetString()!.ShouldContain("--form zip");
        string[] files = [.. root.GetProperty("mutations").EnumerateArray().Select(mutation => mutation.GetProperty("file").GetString()!)];
        files.ShouldContain("ROM003.tar.gz");
        files.ShouldAllBe(file => File.Exists(folder.File("faults/" + file)));
        Directory.GetFiles(folder.File("faults")).Length.ShouldBe(files.Length + 1);
    }

    [Fact]
    public void Mutate_SameSeed_SameBytesWhicheverRulesAreChosen()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("small.zip"), Archive.Small().Zip());

        Run(folder, "mutate", "small.zip", "-o", "one", "--rule", "USR", "--rule", "ARC").Exit.ShouldBe(ExitCode.Valid);
        Run(folder, "mutate", "small.zip", "-o", "alone.zip", "--rule", "USR004").Exit.ShouldBe(ExitCode.Valid);
        Run(folder, "mutate", "small.zip", "-o", "other.zip", "--rule", "USR018", "--seed", "2").Exit.ShouldBe(ExitCode.Valid);

        File.ReadAllBytes(folder.File("alone.zip")).ShouldBe(File.ReadAllBytes(folder.File("one/USR004.zip")));
        File.ReadAllBytes(folder.File("other.zip")).ShouldNotBe(File.ReadAllBytes(folder.File("one/USR018.zip")));
        File.Exists(folder.File("alone.zip.mutations.json")).ShouldBeTrue();
    }

    [Fact]
    public void Mutate_ItemsOfEncryptionThere_CanBeLeftOut()
    {
        using var folder = new TemporaryFolder();
        Archive archive = Archive.Small();
        foreach (string item in (string[])["to_device", "keys"])
        {
            archive.Items["m.e2e." + item] = new System.Text.Json.Nodes.JsonObject { ["v"] = 1 };
            archive.Put($"m.e2e/{item}.1.cbor", CborBytes.Map());
        }

        File.WriteAllBytes(folder.File("e2e.tar"), archive.Tar());

        (ExitCode exit, string said) = Run(folder, "mutate", "e2e.tar", "-o", "e2e", "--rule", "E2E001", "--check");

        exit.ShouldBe(ExitCode.Valid, said);
        File.Exists(folder.File("e2e/E2E001.tar")).ShouldBeTrue(said);
    }

    [Fact]
    public void Mutate_InvalidInput_Refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("bad.tar"), Archive.Small().Do(archive => archive.Core.Remove("server_name")).Tar());

        (ExitCode exit, string said) = Run(folder, "mutate", "bad.tar", "-o", "faults");

        exit.ShouldBe(ExitCode.Invalid);
        said.ShouldContain("is invalid");
        Directory.Exists(folder.File("faults")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--rule", "XYZ001")]
    [InlineData("--rule", "POL001")]
    [InlineData("--rule", "ROM001", "--all")]
    [InlineData("--form", "rar")]
    [InlineData("--endpoint", "nonsense")]
    [InlineData("--keys", "missing.json")]
    public void Mutate_WordsThatDoNotGoTogether_UsageError(params string[] words)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("small.tar"), Archive.Small().Tar());

        (ExitCode exit, string said) = Run(folder, ["mutate", "small.tar", "-o", "faults", .. words]);

        exit.ShouldBe(ExitCode.Usage, said);
        Directory.Exists(folder.File("faults")).ShouldBeFalse();
    }

    [Fact]
    public void Mutate_NoArchive_UnreadableInOneLine()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("text.tar"), new string('x', 2000));

        (ExitCode exit, string said) = Run(folder, "mutate", "text.tar", "-o", "faults");

        exit.ShouldBe(ExitCode.Unreadable);
        said.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public void Mutate_ArchiveOfARealServer_EveryFaultIsNamed()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        string archive = SharedData.PathOrSkip("real/synapse-1.160-a/alpha.example.test.tar.gz");
        string keys = SharedData.PathOrSkip("real/synapse-1.160-a/keys.json");
        using var folder = new TemporaryFolder();

        (ExitCode exit, string said) = Run(folder, "mutate", archive, "-o", "faults", "--check", "--keys", keys, "--rule", "OWN", "--rule", "ROM", "--rule", "USR", "--rule", "CBR");

        exit.ShouldBe(ExitCode.Valid, said);
    }

    private static (ExitCode Exit, string Said) Run(TemporaryFolder folder, params string[] words)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, In = () => Stream.Null, WorkingDirectory = folder.Path };
        ExitCode exit = Application.Run(words, terminal, TestContext.Current.CancellationToken);
        return (exit, System.Text.Encoding.UTF8.GetString(output.ToArray()) + error);
    }
}
