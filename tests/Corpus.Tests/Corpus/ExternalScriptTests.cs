using System.Diagnostics;
using Conformance.Corpus.Tests.Support;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>The script in docs/fixtures.md does what the text says, with the command as a process.</summary>
public class ExternalScriptTests
{
    [Fact]
    public void Script_OfTheDocumentation_RunsCasesWithTheCommand()
    {
        using var folder = new TemporaryFolder();
        foreach (string id in (string[])["MSPF/minimal", "COR/server-name-missing", "ARC/absolute-path"])
        {
            string target = folder.File($"corpus/{id}");
            Directory.CreateDirectory(target);
            foreach (string file in Directory.GetFiles(CaseFile.Of(id).Folder))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }

        string script = folder.File("run-corpus.py");
        File.WriteAllText(script, ScriptOf(File.ReadAllText(Path.Combine(Repository.Root, "docs", "fixtures.md"))));
        string validate = Path.Combine(AppContext.BaseDirectory, "validate.dll");

        (int exit, string said) = Run("python3", script, folder.Path, "dotnet", validate, "--report", "json");
        said.ShouldContain("0 cases failed");
        exit.ShouldBe(0);

        File.WriteAllText(
            folder.File("corpus/MSPF/minimal/case.json"),
            File.ReadAllText(folder.File("corpus/MSPF/minimal/case.json")).Replace("\"valid\"", "\"invalid\"", StringComparison.Ordinal));
        (exit, said) = Run("python3", script, folder.Path, "dotnet", validate, "--report", "json");
        said.ShouldContain("MSPF/minimal: exit code 0, verdict invalid");
        exit.ShouldBe(1);
    }

    private static string ScriptOf(string document)
    {
        const string Begin = "```python\n";
        int start = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        string script = document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
        script.Split('\n').Length.ShouldBeLessThan(40);
        return script;
    }

    private static (int Exit, string Said) Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true };
        foreach (string word in command[1..])
        {
            start.ArgumentList.Add(word);
        }

        try
        {
            using Process process = Process.Start(start)!;
            string said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Ci.SkipUnless(false, $"{command[0]} isn't on this machine.");
            throw;
        }
    }
}
