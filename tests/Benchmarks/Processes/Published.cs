using System.Diagnostics;

namespace Conformance.Benchmarks.Processes;

/// <summary>Programs published as users get them: framework-dependent, compiled ahead where that is possible (ReadyToRun).</summary>
internal static class Published
{
    /// <summary>The published <c>validate</c>; published first when it isn't given.</summary>
    public static string Validate(Options options) =>
        options.Text("--validate") ?? Publish(Path.Combine(Root(), "validator", "Cli"), "validate");

    /// <summary>A program that prints one line, as the floor of any start.</summary>
    public static string Hello() => Publish(Path.Combine(Root(), "tests", "Benchmarks", "Hello"), "hello");

    private static string Publish(string project, string name)
    {
        string output = Path.Combine(Path.GetTempPath(), "conformance-benchmarks", name);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (string word in (string[])["publish", project, "-c", "Release", "-o", output, "-v", "q", "-nologo", "--no-self-contained", "-p:PublishReadyToRun=true", "--use-current-runtime"])
        {
            start.ArgumentList.Add(word);
        }

        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, name)
            : throw new ArgumentException($"{project} can't be published: {said.Trim()}");
    }

    /// <summary>The root of the checkout.</summary>
    /// <exception cref="ArgumentException">This is none.</exception>
    public static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
            {
                return folder.FullName;
            }
        }

        throw new ArgumentException("this is no checkout of the project: name the program with --validate");
    }
}
