using Conformance.Cli.Commands;
using Conformance.Cli.Console;
using Conformance.Cli.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Commands_Names_AreThoseOfTheCommands()
    {
        var terminal = new Terminal { Out = Stream.Null, Error = TextWriter.Null, In = static () => Stream.Null };
        CommandLine.Build(terminal, TestContext.Current.CancellationToken).Subcommands.Select(command => command.Name)
            .ShouldBe(CommandLine.Commands.Select(command => command.Name));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("/?")]
    [InlineData("-qh")]
    [InlineData("archive.tar.gz --help")]
    public void Help_HoweverAsked_ListsTheCommands(string words)
    {
        CommandRun run = CommandRun.Of(words.Split(' '));
        run.Exit.ShouldBe(ExitCode.Valid);
        CommandLine.Commands.ShouldAllBe(command => command.Name == "rule-pages" || run.Out.Contains($"  {command.Name} ", StringComparison.Ordinal));
    }
}
