using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>The command as a process of its own: what only the system can show.</summary>
public class ProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Version_IsOneLine()
    {
        using Process process = Start("--version");
        string output = process.StandardOutput.ReadToEnd();

        process.WaitForExit(Patience).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
        output.ShouldBe($"validate {ToolVersion.Text}\n");
    }

    [Fact]
    public void Help_NamesTheOptionsAndCommands()
    {
        using Process process = Start("--help");
        string output = process.StandardOutput.ReadToEnd();

        process.WaitForExit(Patience).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
        foreach (string word in (string[])["INPUT", "--report", "--profile", "--rule", "--fail-on", "--config", "--baseline", "--keys", "--limit", "--jobs", "--quiet", "--color", "explain", "rules", "state", "graph"])
        {
            output.ShouldContain(word);
        }
    }

    [Fact]
    public void Interrupt_WhileWaitingForStandardInput_IsOneLineAndExit130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send to a process on Windows.");
        using Process process = Start("-");

        // More than a pipe holds: once it is written, the command is reading and its handler is in place.
        process.StandardInput.BaseStream.Write(HalfAnArchive());
        process.StandardInput.BaseStream.Flush();
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);

        process.WaitForExit(Patience).ShouldBeTrue();
        process.ExitCode.ShouldBe((int)ExitCode.Interrupted);
        process.StandardError.ReadToEnd().ShouldNotContain("   at ");
    }

    [Fact]
    public void Run_ReaderOfTheReportGoesAway_EndsQuietly()
    {
        using Process process = Start("--help");
        process.StandardOutput.Close();

        process.WaitForExit(Patience).ShouldBeTrue();
        process.StandardError.ReadToEnd().ShouldNotContain("   at ");
    }

    private static byte[] HalfAnArchive()
    {
        byte[] noise = new byte[1 << 20];
        new Random(1).NextBytes(noise);
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "m.events/events.0.cbor") { DataStream = new MemoryStream(noise) });
        }

        return bytes.ToArray()[..(512 << 10)];
    }

    private static Process Start(params string[] arguments)
    {
        string command = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "validate.exe" : "validate");

        // What runs in the background of a shell is born deaf to Ctrl-C, and so are its children: the command is to hear it here.
        string[] words = OperatingSystem.IsLinux() ? ["--default-signal=INT", command, .. arguments] : arguments;
        return Process.Start(new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : command, words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
