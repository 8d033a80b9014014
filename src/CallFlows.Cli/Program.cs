using CallFlows.Cli;

return await new CommandLine(Surroundings.OfThisProcess()).RunAsync(args);
