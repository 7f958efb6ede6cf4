using Conformance.Cli;
using Conformance.Cli.Console;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Archives;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Mutations;

/// <summary>The script in docs/guides/mutate.md does what the text says, with commands as processes.</summary>
public class ImporterScriptTests
{
    [Fact]
    public void Script_OfTheGuide_TellsWhatAnImporterLetsPass()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("small.zip"), Archive.Small().Zip());
        using var error = new StringWriter();
        var terminal = new Terminal { Out = Stream.Null, Error = error, In = () => Stream.Null, WorkingDirectory = folder.Path };
        string[] words = ["mutate", "small.zip", "-o", "faults", "--rule", "ROM006", "--rule", "COR002", "--rule", "USR007", "--rule", "ROM015"];
        Application.Run(words, terminal, TestContext.Current.CancellationToken).ShouldBe(ExitCode.Valid, error.ToString());
        string script = folder.File("run-importer.py");
        File.WriteAllText(script, Script.Of("docs", "guides", "mutate.md"));

        // The validator refuses what is an error, as an importer should.
        (int exit, string said) = Script.Run("python3", script, folder.File("faults"), "dotnet", Path.Combine(AppContext.BaseDirectory, "validate.dll"));
        said.ShouldContain("0 errors let pass, 0 crashes, 0 hangs; 1 warnings and 1 remarks taken");
        exit.ShouldBe(0);

        // Takes everything.
        (exit, said) = Script.Run("python3", script, folder.File("faults"), "true");
        said.ShouldContain("error: COR002 ServerNameMissing: m.core.json has no server_name (COR002.zip)");
        said.ShouldContain("2 errors let pass");
        exit.ShouldBe(1);
    }
}
