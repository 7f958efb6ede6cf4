using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Conformance.Cli.Tests.Support;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>An archive that an honest exporter made of a real homeserver's database, in every wrapping.</summary>
public sealed class RealArchiveTests : IDisposable
{
    private const string Archive = "real/synapse-1.160-a/alpha.example.test.tar.gz";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("tar.gz")]
    [InlineData("tar")]
    [InlineData("zip")]
    [InlineData("directory")]
    [InlineData("standard input")]
    public void Run_RealArchive_IsValidWithTheSameFindingsInEveryWrapping(string wrapping)
    {
        string archive = SharedData.PathOrSkip(Archive);
        CommandRun reference = CommandRun.Of(archive, "--report", "json");
        reference.Exit.ShouldBe(ExitCode.Valid, reference.Error + reference.Out);

        CommandRun run = wrapping == "standard input"
            ? CommandRun.With(new CommandRun.Setting { Input = File.ReadAllBytes(archive) }, "-", "--report", "json")
            : CommandRun.Of(Wrap(archive, wrapping), "--report", "json");

        run.Exit.ShouldBe(ExitCode.Valid, run.Error + run.Out);
        Findings(run).ShouldBe(Findings(reference));
    }

    [Fact]
    public void Run_RealArchive_FindsNoErrorInTheStrictestReadingOfTheDraft()
    {
        CommandRun run = CommandRun.Of(SharedData.PathOrSkip(Archive), "--report", "json");

        using JsonDocument report = JsonDocument.Parse(run.OutBytes);
        report.RootElement.GetProperty("verdict").GetString().ShouldBe("valid");
        report.RootElement.GetProperty("summary").GetProperty("error").GetInt64().ShouldBe(0);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("line")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void Run_RealArchive_NoReportHoldsASecretOfIt(string format)
    {
        string archive = SharedData.PathOrSkip(Archive);
        string[] secrets = [.. Secrets(archive)];
        secrets.Length.ShouldBeGreaterThan(5);

        CommandRun run = CommandRun.Of(archive, "--report", format, "--profile", "strict");

        run.Out.Length.ShouldBeGreaterThan(100);
        foreach (string secret in secrets)
        {
            run.Out.ShouldNotContain(secret);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();

    private static string[] Findings(CommandRun run)
    {
        using JsonDocument report = JsonDocument.Parse(run.OutBytes);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetRawText())];
    }

    private static IEnumerable<string> Secrets(string archive)
    {
        using var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !(entry.Name == "m.core.json" || entry.Name.StartsWith("m.users/", StringComparison.Ordinal)))
            {
                continue;
            }

            using var content = new MemoryStream();
            entry.DataStream.CopyTo(content);
            string text = Encoding.Latin1.GetString(content.ToArray());
            if (entry.Name == "m.core.json")
            {
                using JsonDocument core = JsonDocument.Parse(content.ToArray());
                string key = core.RootElement.GetProperty("signing_key").GetString()!;
                yield return key;
                yield return key.Split(' ')[^1];
            }
            else
            {
                for (int at = text.IndexOf("$2b$", StringComparison.Ordinal); at >= 0; at = text.IndexOf("$2b$", at + 1, StringComparison.Ordinal))
                {
                    yield return text.Substring(at, 60);
                    yield return text.Substring(at + 7, 22);
                }
            }
        }
    }

    private string Wrap(string archive, string wrapping)
    {
        if (wrapping == "tar.gz")
        {
            return archive;
        }

        string target = _folder.File($"alpha.{(wrapping == "directory" ? "tree" : wrapping)}");
        using var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        if (wrapping == "tar")
        {
            using FileStream tar = File.Create(target);
            gzip.CopyTo(tar);
            return target;
        }

        string tree = wrapping == "directory" ? target : _folder.File("tree");
        Directory.CreateDirectory(tree);
        TarFile.ExtractToDirectory(gzip, tree, overwriteFiles: false);
        if (wrapping == "zip")
        {
            ZipFile.CreateFromDirectory(tree, target);
        }

        return target;
    }
}
